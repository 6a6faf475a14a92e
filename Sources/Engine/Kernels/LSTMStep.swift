/// A step of a long short-term memory: c = f·c₋ + i·g and h = o·tanh c, with gates i, f, o = σ(z) and
/// g = tanh z in the order i, f, g, o.
///
/// Several short loops, since the compiler vectorises only loops over few arrays.
enum LSTMStep: RecurrentStep {
  static let gates = 4
  static let hasCell = true
  static let keepsStateSums = false

  static func forward(_ row: RecurrentRow) {
    let (n, i, f, g, o) = (row.hidden, row.gate(0), row.gate(1), row.gate(2), row.gate(3))
    let (before, c) = (row.cBefore, row.c)
    write(i, 2 * n) { .sigmoid(i[$0]) }
    write(g, n) { .tanh(g[$0]) }
    write(o, n) { .sigmoid(o[$0]) }
    write(c, n) { f[$0] * before[$0] + i[$0] * g[$0] }
    write(row.h, n) { o[$0] * .tanh(c[$0]) }
  }

  static func backward(
    _ row: RecurrentRow, dh: UnsafePointer<Float>, dhBefore: UnsafeMutablePointer<Float>,
    dc: UnsafeMutablePointer<Float>
  ) {
    let (n, i, f, g, o) = (row.hidden, row.gate(0), row.gate(1), row.gate(2), row.gate(3))
    let (before, c) = (row.cBefore, row.c)
    // The row of c is not needed again, so its memory holds intermediate results.
    write(c, n) { .tanh(c[$0]) }
    write(dc, n, true) { dh[$0] * o[$0] * (1 - c[$0] * c[$0]) }
    write(o, n) { dh[$0] * c[$0] * (o[$0] * (1 - o[$0])) }
    write(c, n) { dc[$0] * g[$0] * (i[$0] * (1 - i[$0])) }
    write(g, n) { dc[$0] * i[$0] * (1 - g[$0] * g[$0]) }
    write(i, n) { c[$0] }
    write(c, n) { dc[$0] * f[$0] }
    write(f, n) { dc[$0] * before[$0] * (f[$0] * (1 - f[$0])) }
    write(dc, n) { c[$0] }
  }
}
