/// A long short-term memory over whole sequences: at each step what ``LSTMCell`` does.
///
/// Shapes: x [time, batch, inputs], h0 and c0 [batch, hidden], result [time, batch, hidden]. With
/// `retainGrad` on the result, its gradient holds ∂L/∂h_t by all paths, also those through later steps.
/// Hochreiter and Schmidhuber, Long Short-Term Memory, 1997.
public struct LSTM: Module {
  /// What is done at each step; by hand, `cell(x[t], h, c)` is the same.
  public let cell: LSTMCell

  /// A network that repeats `cell`.
  public init(_ cell: LSTMCell) { self.cell = cell }

  /// A network whose parameters are drawn uniformly from ±1/√hidden, as PyTorch does.
  ///
  /// With `forgetBias`, the biases of the forget gate add up to that instead.
  public init(
    _ inputs: Int, _ hidden: Int, forgetBias: Double? = nil,
    using generator: inout some RandomNumberGenerator
  ) {
    cell = LSTMCell(inputs, hidden, forgetBias: forgetBias, using: &generator)
  }

  /// The states after every step, coming from the state `h0` and the cell `c0`.
  public func callAsFunction(_ x: Tensor, _ h0: Tensor, _ c0: Tensor) -> Tensor {
    recurrent(LSTMStep.self, x, cell, h0: h0, c0: c0, "LSTM")
  }

  /// The states after every step, coming from 0.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    let zero = cell.zeroState(x.shape.batch)
    return self(x, zero, zero)
  }
}
