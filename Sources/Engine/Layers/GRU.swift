/// A gated recurrent unit over whole sequences, which applies ``GRUCell`` at each step.
///
/// Shapes: x [time, batch, inputs], h0 [batch, hidden], result [time, batch, hidden]. With `retainGrad`
/// on the result, its gradient holds ∂L/∂h_t over all paths, including those through later steps. Cho et
/// al., Learning Phrase Representations using RNN Encoder–Decoder, EMNLP 2014.
public struct GRU: Module {
  /// The cell applied at each step; step by step, `cell(x[t], h)` gives the same.
  public let cell: GRUCell

  /// A network that applies `cell` at each step.
  public init(_ cell: GRUCell) { self.cell = cell }

  /// A network whose parameters are drawn uniformly from ±1/√hidden, as in PyTorch.
  ///
  /// With `updateBias`, the two biases of the update gate add up to it instead.
  public init(
    _ inputs: Int, _ hidden: Int, updateBias: Double? = nil,
    using generator: inout some RandomNumberGenerator
  ) {
    cell = GRUCell(inputs, hidden, updateBias: updateBias, using: &generator)
  }

  /// The states after every step, starting from the state `h0`.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor, _ h0: Tensor) -> Tensor {
    recurrent(GRUStep.self, x, cell, h0: h0, "GRU")
  }

  /// The states after every step, starting from 0.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor) -> Tensor { self(x, cell.zeroState(x.shape.batch)) }
}
