import Glibc

extension Tensor {
  /// The spectral norm of a matrix, its greatest singular value: the maximum of ‖Ax‖/‖x‖.
  ///
  /// By power iteration, x ← AᵀAx/‖AᵀAx‖, from a fixed start, in double precision, until an iteration
  /// changes it by less than one part in 10¹² or after `iterations` iterations. Convergence is slow where
  /// the two greatest singular values are close. NaN when a number is NaN. Traps on a tensor that is not
  /// a matrix and when `iterations` is not positive.
  public func spectralNorm(iterations: Int = 1000) -> Double {
    let a = DoubleMatrix(self, "spectralNorm")
    require(
      iterations > 0, "spectralNorm: the number of iterations must be positive, not \(iterations)")
    guard count > 0 else { return 0 }
    let transposed = a.transposed
    var generator = SeededGenerator(seed: 0)
    var (x, norm) = ((0..<a.columns).map { _ in generator.unit() - 0.5 }, 0.0)
    for _ in 0..<iterations {
      let size = dot(x, x).squareRoot()
      let y = a.applied(to: x.map { $0 / size })
      let (last, next) = (norm, dot(y, y).squareRoot())
      norm = next
      if !(Swift.abs(norm - last) > 1e-12 * norm) { break }
      x = transposed.applied(to: y)
    }
    return norm
  }

  /// The spectral radius of a square matrix, the magnitude of its greatest eigenvalue: the factor by
  /// which its powers grow or shrink asymptotically.
  ///
  /// By Gelfand's formula, the limit of ‖Aᵏ‖^(1/k), with k = 2²⁴ reached by squaring. NaN when a number
  /// is NaN or infinite. Traps on a tensor that is not a square matrix.
  public func spectralRadius() -> Double {
    var power = DoubleMatrix(self, "spectralRadius")
    require(
      power.rows == power.columns, "spectralRadius: a matrix of shape \(shape) is not square")
    // ‖Aᵏ‖ would overflow or underflow: Aᵏ is scaled to norm 1, and the logarithm of its scale is summed.
    var (logarithm, share) = (0.0, 1.0)
    for squaring in 0...24 {
      if squaring > 0 { (power, share) = (power.squared, share / 2) }
      let norm = dot(power.numbers, power.numbers).squareRoot()
      if norm == 0 { return 0 }
      logarithm += share * Glibc.log(norm)
      power.numbers = power.numbers.map { $0 / norm }
    }
    return Glibc.exp(logarithm)
  }
}

/// A row-major matrix in double precision.
private struct DoubleMatrix {
  let rows, columns: Int
  var numbers: [Double]

  /// The numbers of a tensor; traps with a message that names `operation` unless it is a matrix.
  init(_ tensor: Tensor, _ operation: String) {
    require(
      tensor.shape.count == 2, "\(operation): a tensor of shape \(tensor.shape) is not a matrix")
    self.init(tensor.shape[0], tensor.shape[1], tensor.doubles)
  }

  private init(_ rows: Int, _ columns: Int, _ numbers: [Double]) {
    self.rows = rows
    self.columns = columns
    self.numbers = numbers
  }

  func row(_ i: Int) -> [Double] { Array(numbers[i * columns..<(i + 1) * columns]) }

  func applied(to x: [Double]) -> [Double] { (0..<rows).map { dot(row($0), x) } }

  var transposed: DoubleMatrix {
    DoubleMatrix(
      columns, rows,
      (0..<columns).flatMap { column in
        stride(from: column, to: numbers.count, by: columns).map { numbers[$0] }
      })
  }

  var squared: DoubleMatrix {
    let columns = transposed
    return DoubleMatrix(rows, rows, (0..<rows).flatMap { columns.applied(to: row($0)) })
  }
}
