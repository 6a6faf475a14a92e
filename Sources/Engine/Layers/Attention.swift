/// Scaled dot-product attention: y = softmax(q·kᵀ/√features)·v.
///
/// Shapes: q [..., time, features], k [..., keys, features], v [..., keys, values], y [..., time,
/// values]; the leading dimensions, such as [batch, head], must agree. If `causal`, no position attends
/// to a later one. Vaswani et al., Attention Is All You Need, 2017, equation 1. Traps when the shapes do
/// not fit.
public func attention(_ q: Tensor, _ k: Tensor, _ v: Tensor, causal: Bool = false) -> Tensor {
  requireFit(q.shape, k.shape, v.shape)
  let (time, features) = (q.shape[q.shape.count - 2], q.shape[q.shape.count - 1])
  let (keys, values) = (v.shape[v.shape.count - 2], v.shape[v.shape.count - 1])
  let heads = AttentionHeads(
    batch: q.shape.dropLast(2).reduce(1, *), heads: 1, q: .init(time, features),
    k: .init(keys, features), v: .init(keys, values), y: .init(time, values), isCausal: causal)
  let (y, p) = (Tensor(unwritten: q.shape.dropLast() + [values]), Storage(count: heads.count))
  heads.probabilities(q.data, k.data, into: p.pointer)
  heads.output(p.pointer, v.data, into: y.storage.pointer)
  return y.recorded(from: q, k, v) { [q = q.storage, k = k.storage, v = v.storage] dy, _, inputs in
    let p = p.pointer
    inputs[2]?.receive { heads.writeValueGradient(p, dy, into: $0, adding: $1) }
    heads.replaceWithScoreGradients(p, dy, v.data)
    inputs[0]?.receive { heads.writeQueryGradient(p, k.data, into: $0, adding: $1) }
    inputs[1]?.receive { heads.writeKeyGradient(p, q.data, into: $0, adding: $1) }
  }
}

/// Attention of every position to all positions of the same sequence, with several heads.
///
/// Shapes: qkv [batch, time, 3·d] holds the queries, keys and values next to each other, each with its
/// heads next to each other; result [batch, time, d].
func selfAttention(_ qkv: Tensor, heads count: Int, causal: Bool) -> Tensor {
  let (batch, time, width) = (qkv.shape[0], qkv.shape[1], qkv.shape[2] / 3)
  let at = AttentionHeads.Layout(packed: time, width / count, width: 3 * width)
  let heads = AttentionHeads(
    batch: batch, heads: count, q: at, k: at, v: at,
    y: .init(packed: time, width / count, width: width), isCausal: causal)
  let (y, p) = (Tensor(unwritten: [batch, time, width]), Storage(count: heads.count))
  heads.probabilities(qkv.data, qkv.data + width, into: p.pointer)
  heads.output(p.pointer, qkv.data + 2 * width, into: y.storage.pointer)
  return y.recorded(from: qkv) { [qkv = qkv.storage] dy, _, inputs in
    let (q, p) = (qkv.data, p.pointer)
    let (k, v) = (q + width, q + 2 * width)
    inputs[0]?.receive { dq, adding in
      heads.writeValueGradient(p, dy, into: dq + 2 * width, adding: adding)
      heads.replaceWithScoreGradients(p, dy, v)
      heads.writeQueryGradient(p, k, into: dq, adding: adding)
      heads.writeKeyGradient(p, q, into: dq + width, adding: adding)
    }
  }
}

private func requireFit(_ q: [Int], _ k: [Int], _ v: [Int]) {
  require(
    q.count >= 2 && q.count == k.count && q.count == v.count && q.last == k.last
      && k.dropLast() == v.dropLast() && q.dropLast(2) == k.dropLast(2),
    "attention: shapes \(q), \(k) and \(v) do not fit")
}
