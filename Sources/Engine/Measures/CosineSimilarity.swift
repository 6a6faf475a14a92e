/// The cosine of the angle between two tensors as vectors, a·b/(‖a‖‖b‖): 1 for the same direction, 0 for
/// a right angle; 0 too when one of them is all zeros, and NaN when a number is NaN or infinite.
///
/// Computed in double precision. Traps when the shapes differ.
public func cosineSimilarity(_ a: Tensor, _ b: Tensor) -> Double { cosineSimilarity([a], [b]) }

/// The cosine of the angle between two lists of tensors, each taken as one long vector: for example the
/// gradients of all parameters before and after a change.
///
/// Traps when the shapes differ.
public func cosineSimilarity(_ a: [Tensor], _ b: [Tensor]) -> Double {
  let (shapesA, shapesB) = (a.map(\.shape), b.map(\.shape))
  require(shapesA == shapesB, "cosineSimilarity: shapes \(shapesA) and \(shapesB) differ")
  var (product, squareA, squareB) = (0.0, 0.0, 0.0)
  for (a, b) in zip(a, b) {
    let (a, b) = (a.doubles, b.doubles)
    product += dot(a, b)
    squareA += dot(a, a)
    squareB += dot(b, b)
  }
  let sizes = squareA.squareRoot() * squareB.squareRoot()
  // Rounding can exceed ±1, which is not the cosine of an angle; max and min pass NaN on.
  return sizes == 0 ? 0 : max(min(product / sizes, 1), -1)
}

extension Tensor {
  /// The mean cosine of the angles between all pairs of different rows; a row is an index of the first
  /// dimension with all its numbers.
  ///
  /// For n rows of length 1 it is (‖Σ row‖² − n)/(n(n − 1)), which needs no loop over pairs. A row of
  /// zeros counts as orthogonal to all others; NaN when a number is NaN or infinite. Traps with fewer
  /// than two rows.
  public func meanCosineBetweenRows() -> Double {
    let rows = shape.first ?? 0
    require(rows > 1, "meanCosineBetweenRows: shape \(shape) has fewer than two rows")
    let (numbers, size) = (doubles, count / rows)
    var (total, present) = ([Double](repeating: 0, count: size), 0.0)
    for row in 0..<rows {
      let row = Array(numbers[row * size..<(row + 1) * size])
      let length = dot(row, row).squareRoot()
      if length == 0 { continue }
      present += 1
      for i in 0..<size { total[i] += row[i] / length }
    }
    return (dot(total, total) - present) / Double(rows * (rows - 1))
  }

  /// All numbers in double precision.
  var doubles: [Double] { values.map { Double($0) } }
}
