/// Writes the transpose of a row-major matrix whose rows begin `stride` apart.
///
/// Eight rows at a time, so that what is read and what is written stays within few cache lines.
func transpose(
  _ x: UnsafePointer<Float>, _ rows: Int, _ columns: Int, stride: Int,
  into y: UnsafeMutablePointer<Float>
) {
  let whole = rows & ~7
  for row in Swift.stride(from: 0, to: whole, by: 8) {
    let x = x + row * stride
    for column in 0..<columns {
      let (from, to) = (x + column, y + column * rows + row)
      for i in 0..<8 { to[i] = from[i &* stride] }
    }
  }
  for row in whole..<rows {
    for column in 0..<columns { y[column &* rows &+ row] = x[row &* stride &+ column] }
  }
}
