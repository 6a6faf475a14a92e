/// A long short-term memory over whole sequences, which applies ``LSTMCell`` at each step.
///
/// Shapes: x [time, batch, inputs], h0 and c0 [batch, hidden], result [time, batch, hidden]. With
/// `retainGrad` on the result, its gradient holds ∂L/∂h_t over all paths, including those through later
/// steps. Hochreiter and Schmidhuber, Long Short-Term Memory, 1997.
public struct LSTM: Module {
  /// The cell applied at each step; step by step, `cell(x[t], h, c)` gives the same.
  public let cell: LSTMCell

  /// A network that applies `cell` at each step.
  public init(_ cell: LSTMCell) { self.cell = cell }

  /// A network whose parameters are drawn uniformly from ±1/√hidden, as in PyTorch.
  ///
  /// With `forgetBias`, the two biases of the forget gate add up to it instead.
  public init(
    _ inputs: Int, _ hidden: Int, forgetBias: Double? = nil,
    using generator: inout some RandomNumberGenerator
  ) {
    cell = LSTMCell(inputs, hidden, forgetBias: forgetBias, using: &generator)
  }

  /// The states after every step, starting from the state `h0` and the cell state `c0`.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor, _ h0: Tensor, _ c0: Tensor) -> Tensor {
    recurrent(LSTMStep.self, x, cell, h0: h0, c0: c0, "LSTM")
  }

  /// The states after every step, starting from 0.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    let zero = cell.zeroState(x.shape.batch)
    return self(x, zero, zero)
  }
}
