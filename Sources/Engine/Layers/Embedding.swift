/// A table of learned vectors, one for each symbol: y[i] = weight[ids[i]].
///
/// Shapes: ids [...], weight [symbols, features], y [..., features].
public struct Embedding: Module {
  /// One row for each symbol.
  public let weight: Tensor

  /// A table whose numbers are drawn from the standard normal distribution, as in PyTorch.
  public init(_ symbols: Int, _ features: Int, using generator: inout some RandomNumberGenerator) {
    weight = .normal([symbols, features], using: &generator)
    weight.requiresGrad = true
  }

  /// The vectors of the symbols in a tensor of integers; traps on any other number.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    embedding(weight, x.values.map { Int(exactly: $0) ?? -1 }, shape: x.shape)
  }

  /// The vectors of a list of symbols, [count, features]; traps on a symbol outside the table.
  public func callAsFunction(_ ids: [Int]) -> Tensor { embedding(weight, ids, shape: [ids.count]) }

  /// The vectors of lists of symbols of the same length, [lists, count, features]; traps when the lengths
  /// differ and on a symbol outside the table.
  public func callAsFunction(_ ids: [[Int]]) -> Tensor {
    embedding(weight, Array(ids.joined()), shape: [ids.count, ids.first?.count ?? 0])
  }
}

/// The rows of `weight` at the indices `ids`, arranged in `shape`.
///
/// Shapes: weight [symbols, features], result `shape` + [features]. Traps when an id is not in
/// 0..<symbols, or when the ids do not fill the shape.
public func embedding(_ weight: Tensor, _ ids: [Int], shape: [Int]) -> Tensor {
  requireFit(weight.shape, ids, shape)
  let features = weight.shape[1]
  let y = Tensor(unwritten: shape + [features])
  for (row, id) in ids.enumerated() {
    (y.storage.pointer + row * features).update(from: weight.data + id * features, count: features)
  }
  return y.recorded(from: weight) { dy, _, inputs in
    // The gradient of a row of the table is the sum of ∂L/∂y over all its uses.
    inputs[0]?.gather { dw in
      for (row, id) in ids.enumerated() {
        write(dw + id * features, features, true) { dy[row &* features &+ $0] }
      }
    }
  }
}

private func requireFit(_ weight: [Int], _ ids: [Int], _ shape: [Int]) {
  require(
    weight.count == 2,
    "embedding: a weight of shape \(weight) is not a table [symbols, features]")
  require(
    ids.count == shape.elementCount, "embedding: \(ids.count) symbols do not fill shape \(shape)")
  if let wrong = ids.first(where: { !(0..<weight[0]).contains($0) }) {
    fatalError("embedding: \(wrong) is not in the symbols 0..<\(weight[0])")
  }
}
