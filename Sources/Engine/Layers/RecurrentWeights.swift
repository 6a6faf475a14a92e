/// The parameters of all recurrent cells, in PyTorch's layout: one block of `hidden` rows for each gate.
///
/// Shapes: weightIH [gates·hidden, inputs], weightHH [gates·hidden, hidden], both biases
/// [gates·hidden].
protocol RecurrentWeights {
  var weightIH: Tensor { get }
  var weightHH: Tensor { get }
  var biasIH: Tensor { get }
  var biasHH: Tensor { get }
}

extension RecurrentWeights {
  /// The size of the hidden state.
  var hidden: Int { weightHH.shape[1] }

  /// The default initial state: zeros [batch, hidden].
  func zeroState(_ batch: Int) -> Tensor { .zeros([batch, hidden]) }
}

/// Both weights and both biases of a recurrent cell, drawn uniformly from ±1/√hidden, as in PyTorch.
func recurrentParameters(
  gates: Int, _ inputs: Int, _ hidden: Int, using generator: inout some RandomNumberGenerator
) -> (Tensor, Tensor, Tensor, Tensor) {
  let (rows, bound) = (gates * hidden, 1 / Double(hidden).squareRoot())
  func draw(_ shape: [Int]) -> Tensor { .parameter(shape, within: bound, using: &generator) }
  return (draw([rows, inputs]), draw([rows, hidden]), draw([rows]), draw([rows]))
}

/// Sets a gate's two biases so that they add up to `sum`, unless it is nil.
func setBias(_ biases: [Tensor], gate: Int, hidden: Int, _ sum: Double?) {
  guard let sum else { return }
  for (bias, value) in zip(biases, [Float(sum), 0]) {
    write(bias.storage.pointer + gate * hidden, hidden) { _ in value }
  }
}

extension [Int] {
  /// The second size, which is the batch size of a sequence; 0 for fewer than two dimensions.
  var batch: Int { count > 1 ? self[1] : 0 }
}
