/// The mean (or sum) of the binary cross-entropy between σ(logits) and targets in [0, 1].
///
/// −t·log σ(x) − (1 − t)·log(1 − σ(x)), computed as (1 − t)·x + max(−x, 0) + log(1 + e^(−|x|)), which
/// does not overflow or lose small values. Shapes: both [...], result []. Traps when the shapes differ.
public func bceWithLogits(
  _ logits: Tensor, _ targets: Tensor, reduction: Reduction = .mean
) -> Tensor {
  require(
    logits.shape == targets.shape,
    "bceWithLogits: shapes \(logits.shape) and \(targets.shape) differ")
  let (count, scale) = (logits.count, reduction.scale(logits.count))
  let (x, t) = (logits.data, targets.data)
  let total = Storage.withTemporary(count) { terms in
    write(terms, count) {
      (1 - t[$0]) * x[$0] + max(-x[$0], 0) + .log1p(.exp(-abs(x[$0])))
    }
    return sum(terms, count)
  }
  let loss = Tensor(Float(total * scale))
  return loss.recorded(from: logits, targets) {
    [logits = logits.storage, targets = targets.storage] dloss, _, inputs in
    // ∂L/∂x = ∂L/∂loss · (σ(x) − t)/n and ∂L/∂t = −∂L/∂loss · x/n
    let (x, t, slope) = (logits.data, targets.data, Float(scale) * dloss[0])
    inputs[0]?.receive { dx, adding in
      write(dx, count, adding) { slope * excess(x[$0], t[$0]) }
    }
    inputs[1]?.receive { dt, adding in write(dt, count, adding) { -slope * x[$0] } }
  }
}

/// σ(x) − t, over one denominator so that no digits are lost where σ(x) is close to 1: with e = e^(−|x|),
/// σ(x) is 1/(1 + e), and e/(1 + e) below 0.
@inline(__always)
private func excess(_ x: Float, _ t: Float) -> Float {
  let e = Float.exp(-abs(x))
  return (x < 0 ? e * (1 - t) - t : (1 - t) - t * e) / (1 + e)
}
