/// The tensors one after the other along dimension `dim`, which counts from the end if negative.
///
/// Traps when there is none, or when they differ in any other dimension.
public func concatenate(_ tensors: [Tensor], dim: Int = 0) -> Tensor {
  guard let first = tensors.first else { fatalError("concatenate: there are no tensors") }
  let place = first.shape.place(of: dim, "concatenate")
  requireFit(tensors.map(\.shape), along: place)
  var shape = first.shape
  shape[place] = tensors.reduce(0) { $0 + $1.shape[place] }
  let regions = parts(of: shape, along: place, sizes: tensors.map { $0.shape[place] })
  let y = Tensor(unwritten: shape)
  for (x, region) in zip(tensors, regions) { region.scatter(x.data, into: y.storage.pointer) }
  return y.recorded(from: tensors) { dy, _, inputs in
    // Each x stands somewhere in y: ∂L/∂x is that part of ∂L/∂y.
    for (place, region) in regions.enumerated() {
      inputs[place]?.receive { dx, adding in region.gather(dy, into: dx, adding: adding) }
    }
  }
}

/// Equally shaped tensors along a new dimension `dim`; −1 makes it the last.
///
/// Traps when there is none, or when their shapes differ.
public func stack(_ tensors: [Tensor], dim: Int = 0) -> Tensor {
  guard let first = tensors.first else { fatalError("stack: there are no tensors") }
  for other in tensors {
    require(
      other.shape == first.shape, "stack: shapes \(first.shape) and \(other.shape) differ")
  }
  return concatenate(tensors.map { $0.unsqueeze(dim) }, dim: dim)
}

/// The regions that parts of these sizes fill, one after the other along dimension `place`.
private func parts(of shape: [Int], along place: Int, sizes: [Int]) -> [Region] {
  let steps = shape.steps
  var start = 0
  return sizes.map { size in
    var part = shape
    part[place] = size
    defer { start += size * steps[place] }
    return Region(start: start, part, steps: steps)
  }
}

private func requireFit(_ shapes: [[Int]], along place: Int) {
  for shape in shapes {
    var expected = shapes[0]
    if shape.indices.contains(place) { expected[place] = shape[place] }
    require(
      shape == expected,
      "concatenate: shapes \(shapes[0]) and \(shape) differ beyond dimension \(place)")
  }
}
