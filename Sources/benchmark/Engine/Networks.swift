import Engine

/// A recurrent network with a linear classifier on its last state.
struct LastState: Module {
  let sequence: any Module
  let head: Linear

  func callAsFunction(_ x: Tensor) -> Tensor { head(sequence(x)[-1]) }
}

/// A pre-norm transformer encoder with learned positions, mean pooling and a linear head.
struct Classifier: Module {
  let symbols: Embedding
  let positions: Tensor
  let layers: [any Module]
  let head: Linear

  init(layers count: Int, using generator: inout some RandomNumberGenerator) {
    symbols = Embedding(256, 128, using: &generator)
    positions = .normal([64, 128], std: 0.02, using: &generator)
    positions.requiresGrad = true
    layers = (0..<count).map { _ in
      TransformerEncoderLayer(
        128, heads: 4, feedForward: 512, activation: .gelu, normFirst: true, using: &generator)
    }
    head = Linear(128, 10, using: &generator)
  }

  func callAsFunction(_ ids: Tensor) -> Tensor {
    head(layers.reduce(symbols(ids) + positions) { $1($0) }.mean(dim: 1))
  }
}
