extension Tensor {
  /// The index of the greatest of all numbers, counted row by row: the first of equal ones, or the first
  /// NaN.
  ///
  /// Traps on a tensor without numbers.
  public func argmax() -> Int { offsetsOfGreatest(count, 1, "argmax")[0] }

  /// The indices of the greatest numbers along dimension `dim`, which counts from the end if negative,
  /// row by row of the remaining dimensions.
  ///
  /// Traps when there is no such dimension or its size is 0.
  public func argmax(dim: Int) -> [Int] {
    let (_, size, inner) = shape.split(at: shape.axis(of: dim, "argmax"))
    return offsetsOfGreatest(size, inner, "argmax").map { $0 / inner % size }
  }

  /// The offset of each row's first greatest number; the numbers of a row are `inner` apart.
  func offsetsOfGreatest(_ size: Int, _ inner: Int, _ operation: String) -> [Int] {
    require(size > 0, "\(operation): shape \(shape) has no numbers to choose from")
    return (0..<(count / size)).map { row in
      let start = row / inner * size * inner + row % inner
      return firstGreatest(start: start, size, step: inner)
    }
  }

  private func firstGreatest(start: Int, _ size: Int, step: Int) -> Int {
    var best = start
    for offset in stride(from: start, to: start + size * step, by: step)
    where data[offset] > data[best] || (data[offset].isNaN && !data[best].isNaN) {
      best = offset
    }
    return best
  }
}
