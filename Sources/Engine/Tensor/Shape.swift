extension [Int] {
  /// How many numbers a tensor of this shape holds.
  var elementCount: Int { reduce(1, *) }

  /// The place of dimension `dim`, which counts from the end if negative.
  ///
  /// Traps, in the name of `operation`, when there is no such dimension.
  func place(of dim: Int, _ operation: String) -> Int {
    let place = dim < 0 ? dim + count : dim
    require(indices.contains(place), "\(operation): shape \(self) has no dimension \(dim)")
    return place
  }

  /// This shape as three sizes: all before `place`, the one there, all after.
  func split(at place: Int) -> (outer: Int, size: Int, inner: Int) {
    (self[..<place].reduce(1, *), self[place], self[(place + 1)...].reduce(1, *))
  }

  /// This shape without the dimension at `place`, or with 1 there if `keepDim`.
  func reduced(at place: Int, keepDim: Bool) -> [Int] {
    var shape = self
    if keepDim { shape[place] = 1 } else { shape.remove(at: place) }
    return shape
  }
}
