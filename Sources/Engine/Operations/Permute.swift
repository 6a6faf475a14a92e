extension Tensor {
  /// This tensor with its dimensions in another order: dimension i of the result is `dims[i]` of this
  /// tensor.
  ///
  /// Traps unless `dims` lists every dimension once.
  public func permute(_ dims: [Int]) -> Tensor {
    let axes = dims.map { shape.axis(of: $0, "permute") }
    require(
      axes.sorted() == Array(shape.indices),
      "permute: \(dims) is not a permutation of the dimensions of \(shape)")
    let steps = shape.steps
    let sizes = axes.map { shape[$0] }
    return picked(Region(sizes, steps: axes.map { steps[$0] }), shape: sizes)
  }

  /// This tensor with two dimensions exchanged, by default the last two: a matrix is transposed.
  ///
  /// Traps when there is no such dimension.
  public func transpose(_ first: Int = -2, _ second: Int = -1) -> Tensor {
    var dims = Array(shape.indices)
    dims.swapAt(shape.axis(of: first, "transpose"), shape.axis(of: second, "transpose"))
    return permute(dims)
  }
}
