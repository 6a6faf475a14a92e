import Engine
import Testing

/// Expects the gradients of `backward` to agree with central differences, for L = Σ c·f(inputs) with
/// random c.
///
/// With the fourth-order difference (8(L(x+h) − L(x−h)) − (L(x+2h) − L(x−2h)))/12h, float32's rounding is
/// the only relevant error.
func expectSlopes(
  _ inputs: [Tensor], _ generator: inout SeededGenerator, _ f: ([Tensor]) -> Tensor
) {
  let inputs = inputs.map { Tensor($0.values, shape: $0.shape, requiresGrad: true) }
  let output = f(inputs)
  let weights = Tensor.uniform(output.shape, 0.5...1.5, using: &generator)
  output.backward(gradient: weights)
  for (index, input) in inputs.enumerated() {
    guard let gradient = input.grad?.values else {
      #expect(input.count == 0, "input \(index) has received no gradient")
      continue
    }
    let slopes = input.values.indices.map { offset in
      slope(at: offset, of: index, inputs) { dot(weights, f($0)) }
    }
    let scale = slopes.map { abs($0) }.max() ?? 0
    for (found, slope) in zip(gradient, slopes) {
      #expect(abs(Double(found) - slope) <= 5e-4 * (1 + scale), "gradient of input \(index)")
    }
  }
}

private func slope(
  at offset: Int, of index: Int, _ inputs: [Tensor], _ loss: ([Tensor]) -> Double
) -> Double {
  func moved(_ step: Float) -> Double {
    var values = inputs[index].values
    values[offset] += step
    var moved = inputs.map { $0.detach() }
    moved[index] = Tensor(values, shape: inputs[index].shape)
    return loss(moved)
  }
  let h: Float = 0x1p-5
  return (8 * (moved(h) - moved(-h)) - (moved(2 * h) - moved(-2 * h))) / (12 * Double(h))
}

private func dot(_ a: Tensor, _ b: Tensor) -> Double {
  zip(a.values, b.values).reduce(0) { $0 + Double($1.0) * Double($1.1) }
}
