/// One step of a recurrent layer for one row of a batch, without the products with the weights.
///
/// The gates of a row are consecutive, `hidden` numbers each.
protocol RecurrentStep {
  /// The number of gates.
  static var gates: Int { get }
  /// Whether there is a cell state besides the hidden state.
  static var hasCell: Bool { get }
  /// Whether the state's contribution to the gates is stored separately instead of being added to the
  /// input's.
  static var keepsStateSums: Bool { get }

  /// Computes h from the gates' sums, and replaces the sums with the gates.
  static func forward(_ row: RecurrentRow)

  /// Replaces the gates with the gradients of their sums, adds to ∂L/∂h of the previous step the part that
  /// does not pass through the gates, and replaces ∂L/∂c with that of the previous step.
  static func backward(
    _ row: RecurrentRow, dh: UnsafePointer<Float>, dhBefore: UnsafeMutablePointer<Float>,
    dc: UnsafeMutablePointer<Float>)
}

/// A row of a batch at one time step.
struct RecurrentRow {
  let hidden: Int
  /// The gates, or the input's contribution to their sums.
  let gates: UnsafeMutablePointer<Float>
  /// The state's contribution to their sums, if it is stored separately.
  let stateSums: UnsafeMutablePointer<Float>
  let hBefore: UnsafePointer<Float>
  let h: UnsafeMutablePointer<Float>
  let cBefore: UnsafePointer<Float>
  let c: UnsafeMutablePointer<Float>

  /// Gate number `index`.
  func gate(_ index: Int) -> UnsafeMutablePointer<Float> { gates + index * hidden }
}

/// The forward and backward passes of a recurrent layer over a sequence [time, batch, feature].
struct Recurrence<Step: RecurrentStep> {
  private let time, batch, features, hidden: Int
  private let gates, stateSums, cells: Storage

  init(_ x: [Int], hidden: Int) {
    time = x[0]
    batch = x[1]
    features = x[2]
    self.hidden = hidden
    gates = Storage(count: time * batch * Step.gates * hidden)
    stateSums = Step.keepsStateSums ? Storage(count: gates.count) : gates
    cells = Storage(count: Step.hasCell ? (time + 1) * batch * hidden : 0)
  }

  /// Writes h of every step into `y`.
  ///
  /// The whole sequence is multiplied with the input's weights in one product.
  func forward(
    _ x: UnsafePointer<Float>, _ cell: some RecurrentWeights, h0: UnsafePointer<Float>,
    c0: UnsafePointer<Float>?, into y: UnsafeMutablePointer<Float>
  ) {
    let (rows, width) = (time * batch, Step.gates * hidden)
    if let c0 { cells.pointer.update(from: c0, count: batch * hidden) }
    Storage.withTemporary(width) { bias in
      let (input, state) = (cell.biasIH.data, cell.biasHH.data)
      write(bias, width) { Step.keepsStateSums ? input[$0] : input[$0] + state[$0] }
      let weight = Matrix(cell.weightIH.data, width, features).transposed
      Matrix.multiply(Matrix(x, rows, features), weight, plus: bias, into: gates.pointer)
    }
    if Step.keepsStateSums { repeatRow(cell.biasHH.data, width, rows, into: stateSums.pointer) }
    Storage.withTemporary(width * hidden) { weight in
      transpose(cell.weightHH.data, width, hidden, stride: hidden, into: weight)
      for t in 0..<time {
        Matrix.multiply(
          Matrix(before(t, y, h0), batch, hidden), Matrix(weight, hidden, width),
          into: stateSums.pointer + t * batch * width, adding: true)
        for b in 0..<batch { Step.forward(row(t, b, y, h0)) }
      }
    }
  }

  /// Completes ∂L/∂h of every step in `dh`, which at first holds the direct contributions of the loss;
  /// replaces the gates with the gradients of their sums; writes ∂L/∂h0 and ∂L/∂c0.
  func backward(
    _ y: UnsafeMutablePointer<Float>, _ weightHH: UnsafePointer<Float>,
    h0: UnsafePointer<Float>, dh: UnsafeMutablePointer<Float>,
    dh0: UnsafeMutablePointer<Float>, dc: UnsafeMutablePointer<Float>
  ) {
    let (width, size) = (Step.gates * hidden, batch * hidden)
    write(dh0, size) { _ in 0 }
    write(dc, size) { _ in 0 }
    for t in (0..<time).reversed() {
      let dhBefore = t == 0 ? dh0 : dh + (t - 1) * size
      for b in 0..<batch {
        let start = b * hidden
        Step.backward(
          row(t, b, y, h0), dh: dh + t * size + start, dhBefore: dhBefore + start, dc: dc + start)
      }
      Matrix.multiply(
        Matrix(stateSums.pointer + t * batch * width, batch, width),
        Matrix(weightHH, width, hidden), into: dhBefore, adding: true)
    }
  }

  /// Writes the gradients of the sequence, both weights and both biases, after ``backward`` has replaced
  /// the gates with the gradients of their sums.
  func writeGradients(
    to inputs: OperationInputs, _ x: UnsafePointer<Float>, weightIH: UnsafePointer<Float>,
    _ y: UnsafePointer<Float>, h0: UnsafePointer<Float>
  ) {
    let (rows, width) = (time * batch, Step.gates * hidden)
    let dInput = Matrix(gates.pointer, rows, width)
    inputs[0]?.receive { dx, adding in
      Matrix.multiply(dInput, Matrix(weightIH, width, features), into: dx, adding: adding)
    }
    inputs[1]?.receive { dw, adding in
      Matrix.multiply(dInput.transposed, Matrix(x, rows, features), into: dw, adding: adding)
    }
    inputs[2]?.receive { dw, adding in
      let (first, later) = (min(batch, rows), max(rows - batch, 0))
      Matrix.multiply(
        Matrix(stateSums.pointer, first, width).transposed, Matrix(h0, first, hidden), into: dw,
        adding: adding)
      Matrix.multiply(
        Matrix(stateSums.pointer + first * width, later, width).transposed,
        Matrix(y, later, hidden), into: dw, adding: true)
    }
    for (bias, slopes) in [(inputs[3], gates), (inputs[4], stateSums)] {
      bias?.gather { addRows(of: slopes.pointer, rows, width, to: $0) }
    }
  }

  private func row(
    _ t: Int, _ b: Int, _ y: UnsafeMutablePointer<Float>, _ h0: UnsafePointer<Float>
  ) -> RecurrentRow {
    let (offset, start) = ((t * batch + b) * Step.gates * hidden, b * hidden)
    let cell = cells.pointer + (Step.hasCell ? t * batch * hidden + start : 0)
    return RecurrentRow(
      hidden: hidden, gates: gates.pointer + offset, stateSums: stateSums.pointer + offset,
      hBefore: before(t, y, h0) + start, h: y + t * batch * hidden + start,
      cBefore: cell, c: cell + (Step.hasCell ? batch * hidden : 0))
  }

  /// The hidden states before step `t`.
  private func before(
    _ t: Int, _ y: UnsafePointer<Float>, _ h0: UnsafePointer<Float>
  ) -> UnsafePointer<Float> {
    t == 0 ? h0 : y + (t - 1) * batch * hidden
  }
}
