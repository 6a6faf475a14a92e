/// Shortens all gradients by one factor, so that together they are no longer than `maxNorm`, and returns
/// their norm before.
///
/// g ← g · min(1, maxNorm/(‖g‖ + 10⁻⁶)), where ‖g‖ is the L2 norm over all parameters, summed in double
/// (Pascanu, Mikolov and Bengio, On the difficulty of training Recurrent Neural Networks, ICML 2013,
/// algorithm 1; the 10⁻⁶ is PyTorch's). The direction stays. With a `maxNorm` of ∞ it only measures.
/// Gradients whose norm is NaN stay as they are. Traps when there are no parameters and when `maxNorm`
/// is negative or NaN.
@discardableResult
public func clipGradNorm(_ parameters: [Tensor], maxNorm: Double) -> Double {
  require(!parameters.isEmpty, "clipGradNorm: there are no parameters")
  require(maxNorm >= 0, "clipGradNorm: a greatest norm of \(maxNorm)")
  let gradients = parameters.compactMap(\.gradient)
  let norm = gradients.reduce(0) { $0 + sumOfSquares($1.pointer, $1.count) }.squareRoot()
  guard norm + 1e-6 > maxNorm else { return norm }
  let scale = Float(maxNorm / (norm + 1e-6))
  for gradient in gradients {
    let g = gradient.pointer
    write(g, gradient.count) { g[$0] * scale }
  }
  return norm
}

/// Moves every number of every gradient that lies outside ±`clipValue` to the nearer end.
///
/// Large components are cut and small ones are not, so the direction changes; see
/// ``clipGradNorm(_:maxNorm:)``. Traps when there are no parameters and when `clipValue` is negative or
/// NaN.
public func clipGradValue(_ parameters: [Tensor], clipValue: Double) {
  require(!parameters.isEmpty, "clipGradValue: there are no parameters")
  require(clipValue >= 0, "clipGradValue: a greatest value of \(clipValue)")
  let limit = Float(clipValue)
  for gradient in parameters.compactMap(\.gradient) {
    let g = gradient.pointer
    write(g, gradient.count) { min(max(g[$0], -limit), limit) }
  }
}
