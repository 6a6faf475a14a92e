/// An index into one dimension of a tensor: an integer selects one position and removes the dimension; a
/// range selects a part and keeps it.
public protocol TensorIndex {}

extension Int: TensorIndex {}
extension Range<Int>: TensorIndex {}
extension ClosedRange<Int>: TensorIndex {}
extension PartialRangeFrom<Int>: TensorIndex {}
extension PartialRangeUpTo<Int>: TensorIndex {}
extension PartialRangeThrough<Int>: TensorIndex {}

extension Tensor {
  /// A part of this tensor, copied: `x[0]` is its first row, `x[0..., 1..<3]` its second and third
  /// column.
  ///
  /// The indices apply to the dimensions from the first on; further dimensions are taken whole. An
  /// integer can count from the end: `x[-1]` is the last row. Traps when an index is out of range.
  public subscript(_ indices: any TensorIndex...) -> Tensor {
    require(
      indices.count <= shape.count,
      "subscript: \(indices.count) indices for the dimensions of shape \(shape)")
    let steps = shape.steps
    var (start, sizes) = (0, shape)
    var remains = [Bool](repeating: true, count: shape.count)
    for (dim, index) in indices.enumerated() {
      let range = range(of: index, dim)
      start += range.lowerBound * steps[dim]
      sizes[dim] = range.count
      remains[dim] = !(index is Int)
    }
    let result = zip(sizes, remains).filter(\.1).map(\.0)
    return picked(Region(start: start, sizes, steps: steps), shape: result)
  }

  /// The range of positions that `index` selects from a dimension.
  private func range(of index: any TensorIndex, _ dim: Int) -> Range<Int> {
    let size = shape[dim]
    let (lower, upper) = bounds(of: index, size)
    require(
      0 <= lower && lower <= upper && upper <= size,
      "subscript: \(index) is out of range in dimension \(dim) of shape \(shape)")
    return lower..<upper
  }

  /// The numbers of a region as a tensor of `shape`.
  func picked(_ region: Region, shape: [Int]) -> Tensor {
    let y = Tensor(unwritten: shape)
    region.gather(data, into: y.storage.pointer)
    return y.recorded(from: self) { dy, _, inputs in
      // Each y is one of the x: that one has ∂L/∂x = ∂L/∂y, those not selected 0.
      inputs[0]?.gather { region.scatter(dy, into: $0, adding: true) }
    }
  }
}

private func bounds(of index: any TensorIndex, _ size: Int) -> (Int, Int) {
  switch index {
  case let index as Int: index < 0 ? (index + size, index + size + 1) : (index, index + 1)
  case let range as Range<Int>: (range.lowerBound, range.upperBound)
  case let range as ClosedRange<Int>: (range.lowerBound, range.upperBound + 1)
  case let range as PartialRangeFrom<Int>: (range.lowerBound, size)
  case let range as PartialRangeUpTo<Int>: (0, range.upperBound)
  case let range as PartialRangeThrough<Int>: (0, range.upperBound + 1)
  default: fatalError("subscript: \(type(of: index)) cannot index a tensor")
  }
}
