import Glibc

/// The cross-entropy −log softmax(logits)[target] between rows of logits and the target classes.
///
/// Shapes: logits [n, classes], n targets, result []. Traps when the logits are not a matrix, when the
/// numbers of targets and rows differ, or when a target is not in 0..<classes.
public func crossEntropy(
  _ logits: Tensor, _ targets: [Int], reduction: Reduction = .mean
) -> Tensor {
  requireFit(logits.shape, targets)
  let (rows, scale) = (Rows(logits.shape, along: 1), reduction.scale(targets.count))
  let probabilities = Storage(count: logits.count)
  let total = probabilities.fill(logits.data, rows, targets)
  let y = Tensor(Float(total * scale))
  return y.recorded(from: logits) { dy, _, inputs in
    // ∂L/∂logits = ∂L/∂y · (softmax(logits) − 1 at the target) · 1/n, or without 1/n for the sum
    let (p, slope) = (probabilities.pointer, dy[0] * Float(scale))
    inputs[0]?.receive { dx, adding in
      write(dx, rows.numbers, adding) { slope * p[$0] }
      for (row, target) in targets.enumerated() { dx[row * rows.size + target] -= slope }
    }
  }
}

extension Storage {
  /// Writes the softmax of every row of logits and returns the sum of all rows' cross-entropies.
  fileprivate func fill(_ logits: UnsafePointer<Float>, _ rows: Rows, _ targets: [Int]) -> Double {
    rows.shift(logits, into: pointer)
    var total = 0.0
    for (row, target) in targets.enumerated() { total -= Double(pointer[row * rows.size + target]) }
    write(pointer, count) { [pointer] in .exp(pointer[$0]) }
    for row in targets.indices {
      let p = pointer + row * rows.size
      let sum = sum(p, rows.size)
      total += log(sum)
      let scale = Float(1 / sum)
      write(p, rows.size) { p[$0] * scale }
    }
    return total
  }
}

private func requireFit(_ logits: [Int], _ targets: [Int]) {
  require(
    logits.count == 2, "crossEntropy: logits of shape \(logits) are not a matrix [n, classes]")
  require(
    logits[0] == targets.count,
    "crossEntropy: logits of shape \(logits) for \(targets.count) targets")
  if let wrong = targets.first(where: { !(0..<logits[1]).contains($0) }) {
    fatalError("crossEntropy: target \(wrong) is not in the classes 0..<\(logits[1])")
  }
}
