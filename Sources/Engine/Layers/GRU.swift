/// A gated recurrent unit over whole sequences: at each step what ``GRUCell`` does.
///
/// Shapes: x [time, batch, inputs], h0 [batch, hidden], result [time, batch, hidden]. With `retainGrad`
/// on the result, its gradient holds ∂L/∂h_t by all paths, also those through later steps. Cho et al.,
/// Learning Phrase Representations using RNN Encoder–Decoder, EMNLP 2014.
public struct GRU: Module {
  /// What is done at each step; by hand, `cell(x[t], h)` is the same.
  public let cell: GRUCell

  /// A network that repeats `cell`.
  public init(_ cell: GRUCell) { self.cell = cell }

  /// A network whose parameters are drawn uniformly from ±1/√hidden, as PyTorch does.
  ///
  /// With `updateBias`, the biases of the update gate add up to that instead.
  public init(
    _ inputs: Int, _ hidden: Int, updateBias: Double? = nil,
    using generator: inout some RandomNumberGenerator
  ) {
    cell = GRUCell(inputs, hidden, updateBias: updateBias, using: &generator)
  }

  /// The states after every step, coming from the state `h0`.
  public func callAsFunction(_ x: Tensor, _ h0: Tensor) -> Tensor {
    recurrent(GRUStep.self, x, cell, h0: h0, "GRU")
  }

  /// The states after every step, coming from 0.
  public func callAsFunction(_ x: Tensor) -> Tensor { self(x, cell.zeroState(x.shape.batch)) }
}
