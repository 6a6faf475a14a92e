/// One step of a plain recurrent network: h' = tanh(W_ih·x + b_ih + W_hh·h + b_hh).
///
/// Shapes: x [batch, inputs], h [batch, hidden], weightIH [hidden, inputs], weightHH [hidden, hidden],
/// both biases [hidden]. Elman, Finding Structure in Time, 1990.
public struct RNNCell: Module, RecurrentWeights {
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
  public init(_ inputs: Int, _ hidden: Int, using generator: inout some RandomNumberGenerator) {
    (weightIH, weightHH, biasIH, biasHH) = recurrentParameters(
      gates: 1, inputs, hidden, using: &generator)
  }

  /// The state h' after input `x` and state `h`.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor, _ h: Tensor) -> Tensor {
    (linear(x, weightIH, biasIH) + linear(h, weightHH, biasHH)).tanh()
  }

  /// The state after input `x` and state 0.
  ///
  /// Traps when the shapes do not fit.
  public func callAsFunction(_ x: Tensor) -> Tensor { self(x, zeroState(x.shape[0])) }
}
