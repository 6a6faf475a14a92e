/// One step of a long short-term memory, whose cell state c passes through time scaled by the forget
/// gate f.
///
///     i = σ(W_ii·x + b_ii + W_hi·h + b_hi)
///     f = σ(W_if·x + b_if + W_hf·h + b_hf)
///     g = tanh(W_ig·x + b_ig + W_hg·h + b_hg)
///     o = σ(W_io·x + b_io + W_ho·h + b_ho)
///     c' = f·c + i·g and h' = o·tanh c'
///
/// Shapes: x [batch, inputs], h and c [batch, hidden], weightIH [4·hidden, inputs], weightHH [4·hidden,
/// hidden], both biases [4·hidden], each with rows for i, f, g, o. Hochreiter and Schmidhuber, Long
/// Short-Term Memory, 1997; with the forget gate of Gers, Schmidhuber and Cummins, 2000.
public struct LSTMCell: Module, RecurrentWeights {
  /// The weights of the input.
  public let weightIH: Tensor
  /// The weights of the state.
  public let weightHH: Tensor
  /// The bias added to the input's product.
  public let biasIH: Tensor
  /// The bias added to the state's product.
  public let biasHH: Tensor

  /// A cell with the given parameters.
  public init(weightIH: Tensor, weightHH: Tensor, biasIH: Tensor, biasHH: Tensor) {
    self.weightIH = weightIH
    self.weightHH = weightHH
    self.biasIH = biasIH
    self.biasHH = biasHH
  }

  /// A cell whose parameters are drawn uniformly from ±1/√hidden, as in PyTorch.
  ///
  /// With `forgetBias`, the two biases of the forget gate add up to it instead.
  public init(
    _ inputs: Int, _ hidden: Int, forgetBias: Double? = nil,
    using generator: inout some RandomNumberGenerator
  ) {
    (weightIH, weightHH, biasIH, biasHH) = recurrentParameters(
      gates: 4, inputs, hidden, using: &generator)
    setBias([biasIH, biasHH], gate: 1, hidden: hidden, forgetBias)
  }

  /// The state h' and the cell state c' after input `x`, state `h` and cell state `c`.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor, _ h: Tensor, _ c: Tensor) -> (h: Tensor, c: Tensor) {
    let sums = linear(x, weightIH, biasIH) + linear(h, weightHH, biasHH)
    func gate(_ index: Int) -> Tensor { sums[0..., (index * hidden)..<((index + 1) * hidden)] }
    let (i, f, g, o) = (gate(0).sigmoid(), gate(1).sigmoid(), gate(2).tanh(), gate(3).sigmoid())
    let next = f * c + i * g
    return (o * next.tanh(), next)
  }

  /// The state after input `x`, starting from 0.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    let zero = zeroState(x.shape[0])
    return self(x, zero, zero).h
  }
}
