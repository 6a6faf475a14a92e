extension Tensor {
  /// Where the greatest of all numbers stands, counted row by row: the first of equally great ones, or
  /// the first NaN.
  ///
  /// Traps when there is no number.
  public func argmax() -> Int { placesOfGreatest(count, 1, "argmax")[0] }

  /// Where along dimension `dim` the greatest numbers stand, row by row of what remains.
  ///
  /// Traps when the dimension's size is 0.
  public func argmax(dim: Int) -> [Int] {
    let (_, size, inner) = shape.split(at: shape.place(of: dim, "argmax"))
    return placesOfGreatest(size, inner, "argmax").map { $0 / inner % size }
  }

  /// Where the first greatest number of each row stands; the numbers of a row lie `inner` apart.
  func placesOfGreatest(_ size: Int, _ inner: Int, _ operation: String) -> [Int] {
    require(size > 0, "\(operation): shape \(shape) has no number to choose from")
    return (0..<(count / size)).map { row in
      let start = row / inner * size * inner + row % inner
      return firstGreatest(start: start, size, step: inner)
    }
  }

  private func firstGreatest(start: Int, _ size: Int, step: Int) -> Int {
    var best = start
    for place in stride(from: start, to: start + size * step, by: step)
    where data[place] > data[best] || (data[place].isNaN && !data[best].isNaN) {
      best = place
    }
    return best
  }
}
