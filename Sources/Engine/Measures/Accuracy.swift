/// The share of rows whose greatest number stands at the row's target.
///
/// Shapes: logits [..., classes], one target for each row, row by row. Of equally great numbers the
/// first counts; a row that holds a NaN is never right. Traps when there is not one target for each
/// row, and when there are none.
public func accuracy(_ logits: Tensor, _ targets: [Int]) -> Double {
  let classes = logits.shape.last ?? 0
  require(
    !targets.isEmpty && targets.count * classes == logits.count,
    "accuracy: logits of shape \(logits.shape) for \(targets.count) targets")
  let right = targets.enumerated().count { row, target in
    target == place(ofGreatest: logits.data + row * classes, classes)
  }
  return Double(right) / Double(targets.count)
}

/// The place of the first greatest number, if none is NaN.
private func place(ofGreatest x: UnsafePointer<Float>, _ count: Int) -> Int? {
  var best = 0
  for i in 0..<count {
    if x[i].isNaN { return nil }
    if x[i] > x[best] { best = i }
  }
  return best
}
