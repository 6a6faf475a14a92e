extension Tensor {
  /// The dimensions in another order: dimension i of the result is `dims[i]` of this tensor.
  ///
  /// Traps unless `dims` names every dimension once.
  public func permute(_ dims: [Int]) -> Tensor {
    let places = dims.map { shape.place(of: $0, "permute") }
    require(
      places.sorted() == Array(shape.indices),
      "permute: \(dims) is no order of the dimensions of \(shape)")
    let steps = shape.steps
    let sizes = places.map { shape[$0] }
    return picked(Region(sizes, steps: places.map { steps[$0] }), shape: sizes)
  }

  /// This tensor with two dimensions exchanged, by default the last two: a matrix is transposed.
  public func transpose(_ first: Int = -2, _ second: Int = -1) -> Tensor {
    var dims = Array(shape.indices)
    dims.swapAt(shape.place(of: first, "transpose"), shape.place(of: second, "transpose"))
    return permute(dims)
  }
}
