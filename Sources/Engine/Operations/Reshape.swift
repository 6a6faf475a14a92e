extension Tensor {
  /// The same numbers in the same order, in another shape; one size can be −1 and is then inferred from
  /// the others.
  ///
  /// Nothing is copied: both tensors share the numbers. Traps when the shapes hold different counts.
  public func reshape(_ shape: [Int]) -> Tensor {
    let y = Tensor(shape: completed(shape), sharing: storage)
    return y.recorded(from: self) { _, y, inputs in
      // The numbers keep their order, so the gradient is ∂L/∂y unchanged.
      inputs[0]?.receive(whole: y)
    }
  }

  /// This tensor with all dimensions from `dim` on merged into one: with 1 a batch of images
  /// becomes a batch of rows.
  ///
  /// Traps when there is no such dimension.
  public func flatten(from dim: Int = 0) -> Tensor {
    if shape.isEmpty { return reshape([1]) }
    let axis = shape.axis(of: dim, "flatten")
    return reshape(shape[..<axis] + [shape[axis...].reduce(1, *)])
  }

  /// This tensor with a new dimension of size 1 at index `dim`; −1 makes it the last.
  ///
  /// Traps when `dim` is out of range.
  public func unsqueeze(_ dim: Int) -> Tensor {
    let axis = dim < 0 ? dim + shape.count + 1 : dim
    require(
      (0...shape.count).contains(axis),
      "unsqueeze: dimension \(dim) is out of range for shape \(shape)")
    return reshape(shape[..<axis] + [1] + shape[axis...])
  }

  /// `shape` with the inferred size in place of −1.
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
