/// The cosine of the angle between two tensors, seen as vectors: 1 for the same direction, 0 for a right
/// angle; 0 too when one of them is all zeros.
///
/// Computed in double precision. Traps when the shapes differ.
public func cosineSimilarity(_ a: Tensor, _ b: Tensor) -> Double { cosineSimilarity([a], [b]) }

/// The cosine of the angle between two lists of tensors, each seen as one long vector: for the gradients
/// of all parameters before and after something was done to them.
///
/// Traps when the shapes differ.
public func cosineSimilarity(_ a: [Tensor], _ b: [Tensor]) -> Double {
  let (shapesA, shapesB) = (a.map(\.shape), b.map(\.shape))
  require(shapesA == shapesB, "cosineSimilarity: shapes \(shapesA) and \(shapesB) differ")
  let product = zip(a, b).reduce(0) { $0 + dot($1.0.doubles, $1.1.doubles) }
  let sizes = norm(a) * norm(b)
  return sizes == 0 ? 0 : product / sizes
}

extension Tensor {
  /// The mean cosine of the angles between all pairs of different rows, of which each is what an
  /// example's numbers make.
  ///
  /// With rows of length 1 it is (‖Σ row‖² − n)/(n(n − 1)): no pair needs looking at. A row of zeros
  /// counts as being at right angles to all others. Traps with fewer than two rows.
  public func meanCosineBetweenRows() -> Double {
    let rows = shape.first ?? 0
    require(rows > 1, "meanCosineBetweenRows: shape \(shape) has no two rows")
    let (numbers, size) = (doubles, count / rows)
    var (total, present) = ([Double](repeating: 0, count: size), 0.0)
    for row in 0..<rows {
      let row = Array(numbers[row * size..<(row + 1) * size])
      let length = dot(row, row).squareRoot()
      guard length > 0 else { continue }
      present += 1
      for i in 0..<size { total[i] += row[i] / length }
    }
    return (dot(total, total) - present) / Double(rows * (rows - 1))
  }

  /// All numbers in double precision.
  var doubles: [Double] { values.map { Double($0) } }
}

/// The L2 norm of all numbers of some tensors.
private func norm(_ tensors: [Tensor]) -> Double {
  tensors.reduce(0) { $0 + sumOfSquares($1.data, $1.count) }.squareRoot()
}
