/// Scaled dot-product attention: y = softmax(q·kᵀ/√features)·v.
///
/// Shapes: q [..., time, features], k [..., keys, features], v [..., keys, values], y [..., time,
/// values]; the leading dimensions, such as [batch, head], agree. If `causal`, no place sees a later
/// one. Vaswani et al., Attention Is All You Need, 2017, equation 1. Traps when the shapes do not fit.
public func attention(_ q: Tensor, _ k: Tensor, _ v: Tensor, causal: Bool = false) -> Tensor {
  requireFit(q.shape, k.shape, v.shape)
  let (time, features) = (q.shape[q.shape.count - 2], q.shape[q.shape.count - 1])
  let (keys, values) = (v.shape[v.shape.count - 2], v.shape[v.shape.count - 1])
  let heads = AttentionHeads(
    batch: q.shape.dropLast(2).reduce(1, *), heads: 1, queries: time, keys: keys,
    features: features, valueFeatures: values, isCausal: causal)
  let (qAt, kAt, vAt, yAt) = (
    AttentionHeads.Layout(separate: time, features),
    AttentionHeads.Layout(separate: keys, features),
    AttentionHeads.Layout(separate: keys, values), AttentionHeads.Layout(separate: time, values)
  )
  let (y, p) = (Tensor(unwritten: q.shape.dropLast() + [values]), Storage(count: heads.count))
  heads.probabilities(q.data, qAt, k.data, kAt, into: p.pointer)
  heads.output(p.pointer, v.data, vAt, into: y.storage.pointer, yAt)
  return y.recorded(from: q, k, v) { [q = q.storage, k = k.storage, v = v.storage] dy, _, inputs in
    let p = p.pointer
    inputs[2]?.receive { heads.sendToValues(p, dy, yAt, into: $0, vAt, adding: $1) }
    heads.turnIntoScoreSlopes(p, dy, yAt, v.data, vAt)
    inputs[0]?.receive { heads.sendToQueries(p, k.data, kAt, into: $0, qAt, adding: $1) }
    inputs[1]?.receive { heads.sendToKeys(p, q.data, qAt, into: $0, kAt, adding: $1) }
  }
}

/// Attention with `heads` heads of every place to all places of the same sequence.
///
/// Shapes: qkv [batch, time, 3·d] holds queries, keys and values side by side, each with the heads side
/// by side; result [batch, time, d].
func selfAttention(_ qkv: Tensor, heads count: Int, causal: Bool) -> Tensor {
  let (batch, time, width) = (qkv.shape[0], qkv.shape[1], qkv.shape[2] / 3)
  let features = width / count
  let heads = AttentionHeads(
    batch: batch, heads: count, queries: time, keys: time, features: features,
    valueFeatures: features, isCausal: causal)
  let at = AttentionHeads.Layout(packed: time, features, width: 3 * width)
  let yAt = AttentionHeads.Layout(packed: time, features, width: width)
  let (y, p) = (Tensor(unwritten: [batch, time, width]), Storage(count: heads.count))
  heads.probabilities(qkv.data, at, qkv.data + width, at, into: p.pointer)
  heads.output(p.pointer, qkv.data + 2 * width, at, into: y.storage.pointer, yAt)
  return y.recorded(from: qkv) { [qkv = qkv.storage] dy, _, inputs in
    let (q, p) = (qkv.data, p.pointer)
    let (k, v) = (q + width, q + 2 * width)
    inputs[0]?.receive { dq, adding in
      heads.sendToValues(p, dy, yAt, into: dq + 2 * width, at, adding: adding)
      heads.turnIntoScoreSlopes(p, dy, yAt, v, at)
      heads.sendToQueries(p, k, at, into: dq, at, adding: adding)
      heads.sendToKeys(p, q, at, into: dq + width, at, adding: adding)
    }
  }
}

private func requireFit(_ q: [Int], _ k: [Int], _ v: [Int]) {
  require(
    q.count >= 2 && q.count == k.count && q.count == v.count && q.last == k.last
      && k.dropLast() == v.dropLast() && q.dropLast(2) == k.dropLast(2),
    "attention: shapes \(q), \(k) and \(v) do not fit")
}
