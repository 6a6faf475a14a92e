/// A step of a plain recurrent network: h = tanh z.
enum RNNStep: RecurrentStep {
  static let gates = 1
  static let hasCell = false
  static let keepsStateSums = false

  static func forward(_ row: RecurrentRow) {
    write(row.h, row.hidden) { [z = row.gates] in .tanh(z[$0]) }
  }

  static func backward(
    _ row: RecurrentRow, dh: UnsafePointer<Float>, dhBefore: UnsafeMutablePointer<Float>,
    dc: UnsafeMutablePointer<Float>
  ) {
    write(row.gates, row.hidden) { [h = row.h] in dh[$0] * (1 - h[$0] * h[$0]) }
  }
}
