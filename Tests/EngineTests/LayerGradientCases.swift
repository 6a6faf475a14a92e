import Engine

/// Layers to compare with central differences, on edge cases of shapes: size 1, empty batch, odd sizes,
/// windows that leave a remainder.
let layerGradientCases: [GradientCase] = [
  layer("batchNorm", [[[2, 1], [1], [1]], [[5, 3], [3], [3]], [[2, 3, 2, 1], [3], [3]]]) {
    batchNorm($0[0], $0[1], $0[2], eps: 0.1)
  },
  layer(
    "batchNorm in evaluation",
    [[[1, 1], [1], [1]], [[0, 3], [3], [3]], [[2, 3, 2, 1], [3], [3]]]
  ) {
    batchNorm(
      $0[0], $0[1], $0[2], mean: .full($0[1].shape, 0.5), variance: .full($0[1].shape, 2))
  },
  layer("layerNorm", [[[1], [1], [1]], [[0, 3], [3], [3]], [[2, 3, 5], [5], [5]]]) {
    layerNorm($0[0], $0[1], $0[2], eps: 0.1)
  },
  layer("embedding", [[[3, 2]], [[1, 1]]]) {
    embedding($0[0], [0, 0, $0[0].shape[0] - 1, 0], shape: [2, 2]).square()
  },
  layer("conv2d", convolutions) { conv2d($0[0], $0[1], $0[2], stride: 1, padding: 1) },
  layer("conv2d, stride 2", convolutions) { conv2d($0[0], $0[1], $0[2], stride: 2, padding: 1) },
  layer("conv2d, stride 3, padding 2", convolutions) {
    conv2d($0[0], $0[1], stride: 3, padding: 2) + 0 * $0[2].sum()
  },
  layer("maxPool2d", images, .distinct) { maxPool2d($0[0], 2) },
  layer("maxPool2d, windows that overlap", images, .distinct) { maxPool2d($0[0], 2, stride: 1) },
  layer("avgPool2d", images) { avgPool2d($0[0], 2) },
  layer("avgPool2d, windows that overlap", images) { avgPool2d($0[0], 2, stride: 1) },
  layer("GlobalAvgPool2d", images) { GlobalAvgPool2d()($0[0]) },
  recurrent("RNN", gates: 1) { RNN(cell($0, RNNCell.init))($0[0], $0[5]) },
  recurrent("LSTM", gates: 4, states: 2) { LSTM(cell($0, LSTMCell.init))($0[0], $0[5], $0[6]) },
  recurrent("GRU", gates: 3) { GRU(cell($0, GRUCell.init))($0[0], $0[5]) },
  layer("attention", heads) { attention($0[0], $0[1], $0[2]) },
  layer("attention, causal", heads) { attention($0[0], $0[1], $0[2], causal: true) },
  layer("MultiHeadAttention", [[[2, 3, 4], [12, 4], [12], [4, 4], [4]]]) {
    MultiHeadAttention(
      inProjWeight: $0[1], inProjBias: $0[2], outProj: Linear(weight: $0[3], bias: $0[4]),
      heads: 2, causal: true)($0[0])
  },
]

private let convolutions = [
  [[1, 1, 1, 1], [1, 1, 1, 1], [1]], [[0, 2, 3, 3], [2, 2, 3, 3], [2]],
  [[2, 2, 5, 4], [3, 2, 3, 3], [3]], [[1, 2, 3, 4], [1, 2, 2, 3], [1]],
  [[1, 1, 1, 7], [2, 1, 1, 2], [2]],
]

private let images = [[[1, 1, 2, 2]], [[2, 2, 5, 4]], [[0, 1, 3, 3]], [[1, 3, 3, 7]]]

private let heads = [
  [[1, 1], [1, 1], [1, 1]], [[3, 2], [3, 2], [3, 2]], [[2, 3, 2], [2, 4, 2], [2, 4, 3]],
  [[0, 3, 2], [0, 3, 2], [0, 3, 2]],
]

private func layer(
  _ name: String, _ shapes: [[[Int]]], _ domain: Domain = .all,
  _ f: @escaping @Sendable ([Tensor]) -> Tensor
) -> GradientCase {
  GradientCase(name: name, domain: domain, shapes: { _ in shapes }, compute: f)
}

/// A recurrent layer over sequences [time, batch, inputs] with the given numbers of gates and states.
private func recurrent(
  _ name: String, gates: Int, states: Int = 1, _ f: @escaping @Sendable ([Tensor]) -> Tensor
) -> GradientCase {
  let sizes = [(1, 1, 1, 1), (4, 2, 3, 2), (3, 0, 2, 2), (0, 2, 2, 2)]
  return layer(
    name,
    sizes.map { time, batch, inputs, hidden in
      let width = gates * hidden
      return [[time, batch, inputs], [width, inputs], [width, hidden], [width], [width]]
        + Array(repeating: [batch, hidden], count: states)
    }, .all, f)
}

private func cell<Cell>(
  _ inputs: [Tensor], _ make: (Tensor, Tensor, Tensor, Tensor) -> Cell
) -> Cell {
  make(inputs[1], inputs[2], inputs[3], inputs[4])
}
