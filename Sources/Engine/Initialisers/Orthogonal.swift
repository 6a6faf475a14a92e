extension Initialiser {
  /// A matrix whose rows, or whose columns if they are fewer, are orthogonal and of length `gain`: with
  /// gain 1 a square one preserves the length of every signal and of every gradient.
  ///
  /// All dimensions but the first count as one. Normal numbers are orthogonalised vector by vector, so
  /// that every orthogonal matrix is equally likely (Saxe, McClelland and Ganguli, Exact solutions to the
  /// nonlinear dynamics of learning in deep linear neural networks, ICLR 2014, section 3). Traps on fewer
  /// than two dimensions and on a gain that is negative, infinite or NaN.
  public static func orthogonal(gain: Double = 1) -> Initialiser {
    requireNonNegative("orthogonal", "gain", gain)
    return Initialiser { tensor, generator in
      _ = Fans(tensor.shape, "orthogonal")
      tensor.storage.fillNormal(1, generator)
      orthogonalise(
        tensor.storage.pointer, tensor.shape[0], tensor.shape.dropFirst().reduce(1, *), gain)
    }
  }
}

/// Makes the rows of a wide matrix, or the columns of a tall one, orthogonal and of length `gain`.
private func orthogonalise(
  _ w: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int, _ gain: Double
) {
  let isTall = rows > columns
  let (count, length) = isTall ? (columns, rows) : (rows, columns)
  let (next, step) = isTall ? (1, columns) : (columns, 1)
  var basis = Basis(length)
  for i in 0..<count {
    let w = w + i * next
    let vector = basis.add((0..<length).map { Double(w[$0 * step]) })
    for j in 0..<length { w[j * step] = Float(gain * vector[j]) }
  }
}

/// Orthonormal vectors.
private struct Basis {
  private let length: Int
  private var vectors: [[Double]] = []

  init(_ length: Int) { self.length = length }

  /// Adds the normalised component of `vector` that is orthogonal to all vectors so far, and returns it.
  ///
  /// Gram-Schmidt, applied twice: a single pass leaves rounding errors along the earlier vectors where
  /// the component is small; two passes suffice (Giraud, Langou and Rozložník, The loss of orthogonality
  /// in the Gram-Schmidt orthogonalization process, 2005).
  mutating func add(_ vector: [Double]) -> [Double] {
    var vector = vector
    for _ in 0..<2 {
      for direction in vectors { vector.subtract(dot(vector, direction), of: direction) }
    }
    let size = dot(vector, vector).squareRoot()
    vector = vector.map { $0 / size }
    vectors.append(vector)
    return vector
  }
}

extension [Double] {
  fileprivate mutating func subtract(_ share: Double, of other: [Double]) {
    for i in indices { self[i] -= share * other[i] }
  }
}
