/// One step of a gated recurrent unit, whose update gate z keeps or replaces the state.
///
///     r = σ(W_ir·x + b_ir + W_hr·h + b_hr)
///     z = σ(W_iz·x + b_iz + W_hz·h + b_hz)
///     n = tanh(W_in·x + b_in + r·(W_hn·h + b_hn))
///     h' = (1 − z)·n + z·h
///
/// Shapes: x [batch, inputs], h [batch, hidden], weightIH [3·hidden, inputs], weightHH [3·hidden,
/// hidden], both biases [3·hidden], each with rows for r, z, n. Cho et al., Learning Phrase
/// Representations using RNN Encoder–Decoder, EMNLP 2014; with r outside the product, as in PyTorch.
public struct GRUCell: Module, RecurrentWeights {
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
  /// With `updateBias`, the two biases of the update gate add up to it instead.
  public init(
    _ inputs: Int, _ hidden: Int, updateBias: Double? = nil,
    using generator: inout some RandomNumberGenerator
  ) {
    (weightIH, weightHH, biasIH, biasHH) = recurrentParameters(
      gates: 3, inputs, hidden, using: &generator)
    setBias([biasIH, biasHH], gate: 1, hidden: hidden, updateBias)
  }

  /// The state h' after input `x` and state `h`.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor, _ h: Tensor) -> Tensor {
    let (a, b) = (linear(x, weightIH, biasIH), linear(h, weightHH, biasHH))
    func gate(_ y: Tensor, _ index: Int) -> Tensor {
      y[0..., (index * hidden)..<((index + 1) * hidden)]
    }
    let r = (gate(a, 0) + gate(b, 0)).sigmoid()
    let z = (gate(a, 1) + gate(b, 1)).sigmoid()
    let n = (gate(a, 2) + r * gate(b, 2)).tanh()
    return (1 - z) * n + z * h
  }

  /// The state after input `x` and state 0.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor) -> Tensor { self(x, zeroState(x.shape[0])) }
}
