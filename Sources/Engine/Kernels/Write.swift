/// Writes `value(0)`, `value(1)`, … to `target`, or adds them if `adding`.
///
/// All element-wise operations use this loop. Inlined with its closure it becomes a plain loop over
/// pointers, which the compiler vectorises; `value` must not call a function that is not inlined.
@inline(__always)
func write(
  _ target: UnsafeMutablePointer<Float>, _ count: Int, _ adding: Bool = false,
  _ value: (Int) -> Float
) {
  if adding {
    for i in 0..<count { target[i] += value(i) }
  } else {
    for i in 0..<count { target[i] = value(i) }
  }
}

/// Writes `rows` consecutive copies of a row.
func repeatRow(
  _ row: UnsafePointer<Float>, _ columns: Int, _ rows: Int, into y: UnsafeMutablePointer<Float>
) {
  for i in 0..<rows { (y + i * columns).update(from: row, count: columns) }
}
