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
  let places = logits.placesOfGreatest(classes, 1, "accuracy")
  let right = zip(places, targets).count { place, target in
    place % classes == target && !logits.data[place].isNaN
  }
  return Double(right) / Double(targets.count)
}
