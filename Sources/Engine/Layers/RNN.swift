/// A plain recurrent network over whole sequences: h_t = tanh(W_ih·x_t + b_ih + W_hh·h_{t−1} + b_hh).
///
/// Shapes: x [time, batch, inputs], h0 [batch, hidden], result [time, batch, hidden]. With `retainGrad`
/// on the result, its gradient holds ∂L/∂h_t over all paths, including those through later steps. Elman,
/// Finding Structure in Time, 1990.
public struct RNN: Module {
  /// The cell applied at each step; step by step, `cell(x[t], h)` gives the same.
  public let cell: RNNCell

  /// A network that applies `cell` at each step.
  public init(_ cell: RNNCell) { self.cell = cell }

  /// A network whose parameters are drawn uniformly from ±1/√hidden, as in PyTorch.
  public init(_ inputs: Int, _ hidden: Int, using generator: inout some RandomNumberGenerator) {
    cell = RNNCell(inputs, hidden, using: &generator)
  }

  /// The states after every step, starting from the state `h0`.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor, _ h0: Tensor) -> Tensor {
    recurrent(RNNStep.self, x, cell, h0: h0, "RNN")
  }

  /// The states after every step, starting from 0.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor) -> Tensor { self(x, cell.zeroState(x.shape.batch)) }
}
