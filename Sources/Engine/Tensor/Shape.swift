extension [Int] {
  /// The number of elements of a tensor of this shape: the product of its sizes.
  var elementCount: Int { reduce(1, *) }

  /// The index of dimension `dim`, which counts from the end if negative.
  ///
  /// Traps with a message that names `operation` when there is no such dimension.
  func axis(of dim: Int, _ operation: String) -> Int {
    let axis = dim < 0 ? dim + count : dim
    require(indices.contains(axis), "\(operation): shape \(self) has no dimension \(dim)")
    return axis
  }

  /// This shape as three sizes: the product of those before `axis`, the one at it, and the product of
  /// those after it.
  func split(at axis: Int) -> (outer: Int, size: Int, inner: Int) {
    (self[..<axis].reduce(1, *), self[axis], self[(axis + 1)...].reduce(1, *))
  }

  /// This shape without the dimension at `axis`, or with 1 there if `keepDim`.
  func reduced(at axis: Int, keepDim: Bool) -> [Int] {
    var shape = self
    if keepDim { shape[axis] = 1 } else { shape.remove(at: axis) }
    return shape
  }
}
