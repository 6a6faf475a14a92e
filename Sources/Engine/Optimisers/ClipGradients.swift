/// Scales all gradients by one factor, so that their total norm is at most `maxNorm`, and returns the norm
/// before scaling.
///
/// g ← g · min(1, maxNorm/(‖g‖ + 10⁻⁶)), where ‖g‖ is the L2 norm over all parameters, summed in double
/// (Pascanu, Mikolov and Bengio, On the difficulty of training Recurrent Neural Networks, ICML 2013,
/// algorithm 1; the 10⁻⁶ is PyTorch's). The direction does not change. With a `maxNorm` of ∞ it only
/// measures. As in PyTorch, a norm of NaN makes all gradients NaN, and one of ∞ makes finite numbers 0 and
/// infinite ones NaN. A parameter that is listed twice counts once, and a ``Tensor/grad`` that was read
/// before is not changed. Traps on an empty list and when `maxNorm` is negative or NaN.
@discardableResult
public func clipGradNorm(_ parameters: [Tensor], maxNorm: Double) -> Double {
  require(!parameters.isEmpty, "clipGradNorm: no parameters were given")
  require(maxNorm >= 0, "clipGradNorm: maxNorm is \(maxNorm); it must be at least 0")
  let nodes = parameters.distinct.compactMap(\.node)
  let squares = nodes.reduce(0) { total, node in
    total + (node.gradient.map { sumOfSquares($0.pointer, $0.count) } ?? 0)
  }
  let norm = squares.squareRoot()
  if maxNorm == .infinity || norm + 1e-6 <= maxNorm { return norm }
  let scale = Float(maxNorm / (norm + 1e-6))
  let gradients = nodes.compactMap { $0.ownGradient() }
  for gradient in gradients {
    let g = gradient.pointer
    write(g, gradient.count) { g[$0] * scale }
  }
  return norm
}

/// Clamps every number of every gradient to ±`clipValue`: g ← min(max(g, −clipValue), clipValue).
///
/// Large components are cut and small ones are not, so the direction changes; compare
/// ``clipGradNorm(_:maxNorm:)``. NaN stays NaN, and a ``Tensor/grad`` that was read before is not changed.
/// Traps on an empty list and when `clipValue` is negative or NaN.
public func clipGradValue(_ parameters: [Tensor], clipValue: Double) {
  require(!parameters.isEmpty, "clipGradValue: no parameters were given")
  require(clipValue >= 0, "clipGradValue: clipValue is \(clipValue); it must be at least 0")
  let limit = Float(clipValue)
  for gradient in parameters.compactMap({ $0.node?.ownGradient() }) {
    let g = gradient.pointer
    write(g, gradient.count) { min(max(g[$0], -limit), limit) }
  }
}
