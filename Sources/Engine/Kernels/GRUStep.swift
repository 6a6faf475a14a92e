/// A step of a gated recurrent unit: h = (1 − z)·n + z·h₋ with r, z = σ(a + b) and n = tanh(a + r·b),
/// where a is the input's contribution to a gate and b the state's, in the order r, z, n.
///
/// Several short loops, since the compiler vectorises only loops over few arrays.
enum GRUStep: RecurrentStep {
  static let gates = 3
  static let hasCell = false
  static let keepsStateSums = true

  static func forward(_ row: RecurrentRow) {
    let (count, r, z, n) = (row.hidden, row.gate(0), row.gate(1), row.gate(2))
    let (b, before) = (row.stateSums, row.hBefore)
    let bn = b + 2 * count
    write(r, 2 * count) { .sigmoid(r[$0] + b[$0]) }
    write(n, count) { .tanh(n[$0] + r[$0] * bn[$0]) }
    write(row.h, count) { n[$0] + z[$0] * (before[$0] - n[$0]) }
  }

  static func backward(
    _ row: RecurrentRow, dh: UnsafePointer<Float>, dhBefore: UnsafeMutablePointer<Float>,
    dc: UnsafeMutablePointer<Float>
  ) {
    let (count, r, z, n) = (row.hidden, row.gate(0), row.gate(1), row.gate(2))
    let (b, before) = (row.stateSums, row.hBefore)
    let bn = b + 2 * count
    write(dhBefore, count, true) { dh[$0] * z[$0] }
    // The state sums of r and z are not needed again, so their memory holds intermediate results.
    write(b, count) { dh[$0] * (1 - z[$0]) * (1 - n[$0] * n[$0]) }
    write(z, count) { dh[$0] * (before[$0] - n[$0]) * (z[$0] * (1 - z[$0])) }
    write(n, count) { b[$0] }
    write(b, count) { n[$0] * bn[$0] * (r[$0] * (1 - r[$0])) }
    write(bn, count) { n[$0] * r[$0] }
    write(r, count) { b[$0] }
    write(b + count, count) { z[$0] }
  }
}
