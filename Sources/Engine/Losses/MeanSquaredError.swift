/// The mean (or sum) of (x − y)² over all numbers.
///
/// Shapes: x and y [...], result []. Traps when the shapes differ.
public func mseLoss(_ x: Tensor, _ y: Tensor, reduction: Reduction = .mean) -> Tensor {
  require(x.shape == y.shape, "mseLoss: shapes \(x.shape) and \(y.shape) differ")
  let scale = reduction.scale(x.count)
  let differences = Storage(count: x.count)
  write(differences.pointer, x.count) { [x = x.data, y = y.data] in x[$0] - y[$0] }
  let loss = Tensor(Float(sumOfSquares(differences.pointer, x.count) * scale))
  return loss.recorded(from: x, y) { dloss, _, inputs in
    // ∂L/∂x = ∂L/∂loss · 2(x − y)/n and ∂L/∂y = −∂L/∂x
    let (d, count, slope) = (differences.pointer, differences.count, Float(2 * scale) * dloss[0])
    inputs[0]?.receive { dx, adding in write(dx, count, adding) { slope * d[$0] } }
    inputs[1]?.receive { dy, adding in write(dy, count, adding) { -slope * d[$0] } }
  }
}
