/// The tensors joined along dimension `dim`, which counts from the end if negative.
///
/// Shapes: [..., nᵢ, ...] each, result [..., Σnᵢ, ...]. Traps on an empty list, and when the shapes
/// differ in another dimension.
public func concatenate(_ tensors: [Tensor], dim: Int = 0) -> Tensor {
  guard let first = tensors.first else { fatalError("concatenate: no tensors were given") }
  let axis = first.shape.axis(of: dim, "concatenate")
  requireFit(tensors.map(\.shape), along: axis)
  var shape = first.shape
  shape[axis] = tensors.reduce(0) { $0 + $1.shape[axis] }
  let regions = parts(of: shape, along: axis, sizes: tensors.map { $0.shape[axis] })
  let y = Tensor(unwritten: shape)
  for (x, region) in zip(tensors, regions) { region.scatter(x.data, into: y.storage.pointer) }
  return y.recorded(from: tensors) { dy, _, inputs in
    // Each x is a part of y: ∂L/∂x is that part of ∂L/∂y.
    for (index, region) in regions.enumerated() {
      inputs[index]?.receive { dx, adding in region.gather(dy, into: dx, adding: adding) }
    }
  }
}

/// Tensors of the same shape joined along a new dimension `dim`; −1 makes it the last.
///
/// Traps on an empty list, and when the shapes differ.
public func stack(_ tensors: [Tensor], dim: Int = 0) -> Tensor {
  guard let first = tensors.first else { fatalError("stack: no tensors were given") }
  for other in tensors {
    require(
      other.shape == first.shape, "stack: shapes \(first.shape) and \(other.shape) differ")
  }
  return concatenate(tensors.map { $0.unsqueeze(dim) }, dim: dim)
}

/// The consecutive regions of these sizes along dimension `axis`.
private func parts(of shape: [Int], along axis: Int, sizes: [Int]) -> [Region] {
  let steps = shape.steps
  var start = 0
  return sizes.map { size in
    var part = shape
    part[axis] = size
    defer { start += size * steps[axis] }
    return Region(start: start, part, steps: steps)
  }
}

private func requireFit(_ shapes: [[Int]], along axis: Int) {
  for shape in shapes {
    var expected = shapes[0]
    if shape.indices.contains(axis) { expected[axis] = shape[axis] }
    require(
      shape == expected,
      "concatenate: shapes \(shapes[0]) and \(shape) differ in a dimension other than \(axis)")
  }
}
