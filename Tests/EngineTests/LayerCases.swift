import Engine
import Testing

/// The functions that compute the outputs of reference cases of layers and networks.
let layerOperations: [String: @Sendable (Inputs) throws -> Tensor] = [
  "network": { try network($0) { $0 } },
  "network with batch norm": {
    try network($0) { batchNorm($0, .ones([$0.shape[1]]), .zeros([$0.shape[1]])) }
  },
  "network with layer norm": {
    try network($0) { layerNorm($0, .ones([$0.shape[1]]), .zeros([$0.shape[1]])) }
  },
  "batch_norm": {
    try batchNorm($0["x"], $0["weight"], $0["bias"], eps: $0.number("eps") ?? 1e-5)
  },
  "layer_norm": {
    try layerNorm($0["x"], $0["weight"], $0["bias"], eps: $0.number("eps") ?? 1e-5)
  },
  "conv2d": {
    try conv2d(
      $0["x"], $0["weight"], $0.tensors["bias"], stride: $0.size("stride", default: 1),
      padding: $0.size("padding"))
  },
  "max_pool2d": { try maxPool2d($0["x"], $0.size("kernel"), stride: $0.stride) },
  "avg_pool2d": { try avgPool2d($0["x"], $0.size("kernel"), stride: $0.stride) },
  "rnn": { try RNN(RNNCell($0))($0["x"], $0["h0"]) },
  "lstm": { try LSTM(LSTMCell($0))($0["x"], $0["h0"], $0["c0"]) },
  "gru": { try GRU(GRUCell($0))($0["x"], $0["h0"]) },
  "attention": { try attention($0["q"], $0["k"], $0["v"], causal: $0.testCase.flag("causal")) },
  "batch_norm eval": { inputs in
    let layer = try BatchNorm(weight: inputs["weight"], bias: inputs["bias"])
    for batch in ["before0", "before1"] { _ = try layer(inputs[batch].detach()) }
    layer.eval()
    return try layer(inputs["x"])
  },
  "global_avg_pool2d": { try GlobalAvgPool2d()($0["x"]) },
  "rnn_cell": { try RNNCell($0)($0["x"], $0["h"]) },
  "gru_cell": { try GRUCell($0)($0["x"], $0["h"]) },
  "lstm_cell": { inputs in
    let (h, c) = try LSTMCell(inputs)(inputs["x"], inputs["h"], inputs["c"])
    return concatenate([h, c], dim: 1)
  },
  "multi_head_attention": { try MultiHeadAttention($0)($0["x"]) },
  "transformer_encoder_layer": { inputs in
    let layer = try TransformerEncoderLayer(
      selfAttention: MultiHeadAttention(inputs), linear1: Linear(inputs, "linear1"),
      linear2: Linear(inputs, "linear2"), norm1: LayerNorm(inputs, "norm1"),
      norm2: LayerNorm(inputs, "norm2"),
      activation: inputs.testCase.text("activation") == "gelu" ? .gelu : .relu,
      normFirst: inputs.testCase.flag("norm_first"))
    return try layer(inputs["x"])
  },
  "embedding": { inputs in
    let ids = try #require(inputs.testCase.integers?["ids"])
    return try embedding(inputs["weight"], ids.flat, shape: ids.shape)
  },
]

/// The functions that compute the outputs of reference cases that rearrange numbers or compute powers.
let movementOperations: [String: @Sendable (Inputs) throws -> Tensor] = [
  "slice": { try $0["x"][0..., $0.size("start")..<$0.size("stop")] },
  "select": { try $0["x"][0..., $0.size("place")] },
  "permute": { try $0["x"].permute([2, 0, 1]) },
  "transpose": { try $0["x"].transpose() },
  "reshape": { try $0["x"].reshape([4, -1]) },
  "concatenate": { try concatenate([$0["a"], $0["b"]], dim: $0.size("axis")) },
  "stack": { try stack([$0["a"], $0["b"]], dim: $0.size("axis")) },
  "pad": { try $0["x"].pad(dim: -1, before: $0.size("before"), after: $0.size("after")) },
  "square": { try $0["x"].square() },
  "abs": { try $0["x"].abs() },
  "sqrt": { try $0["x"].sqrt() },
  "pow": { try $0["x"].pow(Float($0.number("exponent") ?? .nan)) },
]

/// h ← f(norm(h·w)) for each w, plus h itself where residual, and the cross-entropy of the last h.
private func network(_ inputs: Inputs, _ norm: (Tensor) -> Tensor) throws -> Tensor {
  var h = try inputs["x"]
  for layer in 0..<inputs.size("layers") {
    let next = try inputs.activation(norm(h.matmul(inputs["w\(layer)"])))
    h = inputs.testCase.flag("residual") ? h + next : next
  }
  return try crossEntropy(h, inputs.integers("target"))
}

extension Inputs {
  /// An integer attribute.
  func size(_ name: String, default other: Int = 0) -> Int { number(name).map { Int($0) } ?? other }

  /// The stride of a window, unless it is the window's size.
  var stride: Int? { number("stride").map { Int($0) } }
}

extension RNNCell {
  fileprivate init(_ inputs: Inputs) throws {
    try self.init(
      weightIH: inputs["w_ih"], weightHH: inputs["w_hh"], biasIH: inputs["b_ih"],
      biasHH: inputs["b_hh"])
  }
}

extension LSTMCell {
  fileprivate init(_ inputs: Inputs) throws {
    try self.init(
      weightIH: inputs["w_ih"], weightHH: inputs["w_hh"], biasIH: inputs["b_ih"],
      biasHH: inputs["b_hh"])
  }
}

extension GRUCell {
  fileprivate init(_ inputs: Inputs) throws {
    try self.init(
      weightIH: inputs["w_ih"], weightHH: inputs["w_hh"], biasIH: inputs["b_ih"],
      biasHH: inputs["b_hh"])
  }
}

extension MultiHeadAttention {
  fileprivate init(_ inputs: Inputs) throws {
    try self.init(
      inProjWeight: inputs["in_proj_weight"], inProjBias: inputs["in_proj_bias"],
      outProj: Linear(inputs, "out"), heads: inputs.size("heads"),
      causal: inputs.testCase.flag("causal"))
  }
}

extension Linear {
  fileprivate init(_ inputs: Inputs, _ name: String) throws {
    try self.init(weight: inputs["\(name)_weight"], bias: inputs["\(name)_bias"])
  }
}

extension LayerNorm {
  fileprivate init(_ inputs: Inputs, _ name: String) throws {
    try self.init(weight: inputs["\(name)_weight"], bias: inputs["\(name)_bias"])
  }
}
