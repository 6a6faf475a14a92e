extension Tensor {
  /// The same numbers in the same order, in another shape; one size may be −1, which then follows from
  /// the others.
  ///
  /// No number is moved: both tensors share them. Traps when the shapes hold different counts.
  public func reshape(_ shape: [Int]) -> Tensor {
    let y = Tensor(shape: completed(shape), sharing: storage)
    return y.recorded(from: self) { _, y, inputs in
      // Every number stays where it is, and so does its gradient.
      inputs[0]?.receive(whole: y)
    }
  }

  /// All dimensions from `dim` on as a single one: with 1 a batch of images becomes a batch of rows.
  public func flatten(from dim: Int = 0) -> Tensor {
    if shape.isEmpty { return reshape([1]) }
    let place = shape.place(of: dim, "flatten")
    return reshape(shape[..<place] + [shape[place...].reduce(1, *)])
  }

  /// The same numbers with a further dimension of size 1 before the one at `dim`; −1 puts it last.
  public func unsqueeze(_ dim: Int) -> Tensor {
    let place = dim < 0 ? dim + shape.count + 1 : dim
    require(
      (0...shape.count).contains(place),
      "unsqueeze: shape \(shape) has no place \(dim) for a dimension")
    return reshape(shape[..<place] + [1] + shape[place...])
  }

  /// `shape` with the size that it leaves open.
  private func completed(_ shape: [Int]) -> [Int] {
    var shape = shape
    let known = shape.reduce(1) { $1 == -1 ? $0 : $0 * $1 }
    if let open = shape.firstIndex(of: -1), known > 0, count % known == 0 {
      shape[open] = count / known
    }
    require(
      shape.allSatisfy { $0 >= 0 } && shape.elementCount == count,
      "reshape: shape \(self.shape) holds \(count) numbers, which do not fill \(shape)")
    return shape
  }
}
