/// The share of rows whose greatest number is at the index of the row's target.
///
/// Shapes: logits [..., classes], one target for each row. Of equal maxima the first counts; a row that
/// contains NaN is never correct. Traps when the numbers of targets and rows differ, and without targets.
public func accuracy(_ logits: Tensor, _ targets: [Int]) -> Double {
  let classes = logits.shape.last ?? 0
  require(
    !targets.isEmpty && targets.count * classes == logits.count,
    "accuracy: logits of shape \(logits.shape) for \(targets.count) targets")
  let offsets = logits.offsetsOfGreatest(classes, 1, "accuracy")
  let right = zip(offsets, targets).count { offset, target in
    offset % classes == target && !logits.data[offset].isNaN
  }
  return Double(right) / Double(targets.count)
}
