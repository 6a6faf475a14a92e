import Engine
import Testing

/// Compares every operation's values and gradients with PyTorch's.
@Suite struct ReferenceTests {
  @Test(arguments: Reference.chosen.cases + Reference.layers.cases)
  func agreesWithPyTorch(_ testCase: Case) throws {
    if let compute = operations[testCase.task] {
      try check(testCase, compute)
    } else if let check = trainingChecks[testCase.task] {
      try check(testCase)
    } else {
      Issue.record("no operation '\(testCase.task)'")
    }
  }
}

/// The functions that compute the outputs of all tasks from their inputs.
private let operations = [movementOperations, layerOperations].reduce(basicOperations) {
  $0.merging($1) { first, _ in first }
}

/// The functions that compute the outputs of tensor operations and losses.
private let basicOperations: [String: @Sendable (Inputs) throws -> Tensor] = [
  "sigmoid": { try $0["x"].sigmoid() },
  "tanh": { try $0["x"].tanh() },
  "relu": { try $0["x"].relu() },
  "exp": { try $0["x"].exp() },
  "log": { try $0["x"].log() },
  "softplus": { try $0["x"].softplus() },
  "silu": { try $0["x"].silu() },
  "elu": { try $0["x"].elu(alpha: $0.number("alpha") ?? 1) },
  "gelu": { try $0["x"].gelu() },
  "gelu_tanh": { try $0["x"].gelu(approximate: .tanh) },
  "leaky_relu": { try $0["x"].leakyReLU(negativeSlope: $0.number("negative_slope") ?? 0.01) },
  "add": { try $0["a"] + $0["b"] },
  "subtract": { try $0["a"] - $0["b"] },
  "multiply": { try $0["a"] * $0["b"] },
  "divide": { try $0["a"] / $0["b"] },
  "matmul": { try $0["a"].matmul($0["b"]) },
  "linear": { try linear($0["x"], $0["weight"], $0["bias"]) },
  "sum": { inputs in
    let x = try inputs["x"]
    return inputs.axis.map { x.sum(dim: $0) } ?? x.sum()
  },
  "mean": { inputs in
    let x = try inputs["x"]
    return inputs.axis.map { x.mean(dim: $0) } ?? x.mean()
  },
  "max": { inputs in
    let x = try inputs["x"]
    return inputs.axis.map { x.max(dim: $0) } ?? x.max()
  },
  "softmax": { try $0["x"].softmax(dim: $0.axis ?? -1) },
  "log_softmax": { try $0["x"].logSoftmax(dim: $0.axis ?? -1) },
  "cross_entropy": { inputs in
    try crossEntropy(inputs["x"], inputs.integers("target"), reduction: inputs.reduction)
  },
  "mse_loss": { try mseLoss($0["x"], $0["y"], reduction: $0.reduction) },
  "bce_with_logits": { inputs in
    let x = try inputs["x"]
    let target = Tensor(try inputs.integers("target").map { Float($0) }, shape: x.shape)
    return try bceWithLogits(x, target, reduction: inputs.reduction)
  },
]

/// A case's inputs as tensors that require gradients.
struct Inputs {
  let testCase: Case
  let tensors: [String: Tensor]

  init(_ testCase: Case) {
    self.testCase = testCase
    tensors = (testCase.inputs ?? [:]).mapValues(\.parameter)
  }

  subscript(name: String) -> Tensor { get throws { try #require(tensors[name]) } }

  func integers(_ name: String) throws -> [Int] { try #require(testCase.integers?[name]).flat }
  func number(_ name: String) -> Double? { testCase.number(name) }
  var axis: Int? { number("axis").map { Int($0) } }

  var reduction: Reduction {
    get throws {
      let reductions: [String: Reduction] = ["mean": .mean, "sum": .sum]
      return try #require(reductions[testCase.text("reduction") ?? "mean"])
    }
  }

  func activation(_ x: Tensor) throws -> Tensor {
    let name = try #require(testCase.text("activation"))
    let activation = try #require(activations[name])
    return activation(x)
  }
}

private let activations: [String: @Sendable (Tensor) -> Tensor] = [
  "sigmoid": { $0.sigmoid() }, "tanh": { $0.tanh() }, "relu": { $0.relu() },
  "elu": { $0.elu() }, "gelu": { $0.gelu() }, "gelu_tanh": { $0.gelu(approximate: .tanh) },
  "silu": { $0.silu() }, "softplus": { $0.softplus() }, "leaky_relu": { $0.leakyReLU() },
]

/// Compares an operation's output, gradients and gradients' norms with a case's.
private func check(_ testCase: Case, _ compute: (Inputs) throws -> Tensor) throws {
  let isNetwork = testCase.op == "network"
  let tolerance = isNetwork ? 5e-5 : 1e-5
  let inputs = Inputs(testCase)
  let output = try compute(inputs)
  let (expected, upstream) = try (#require(testCase.output), #require(testCase.upstream))
  expectClose(output, expected, tolerance, "output")
  output.backward(gradient: upstream.constant)
  for (name, gradient) in testCase.gradients ?? [:] {
    expectClose(try #require(inputs[name].grad), gradient, tolerance, "gradient of \(name)")
  }
  for (name, norm) in testCase.gradientNorms ?? [:] {
    let found = try #require(inputs[name].grad).norm()
    #expect(abs(found - norm) <= 1e-5 * norm, "norm of the gradient of \(name)")
  }
  #expect(testCase.gradients != nil || testCase.gradientNorms != nil)
}

/// Expects max|a − b| / max|b| within a tolerance.
func expectClose(
  _ found: Tensor, _ expected: Values, _ tolerance: Double, _ what: Comment
) {
  #expect(found.shape == expected.shape, what)
  let differences = zip(found.values, expected.data).map { abs(Double($0) - $1) }
  let greatest = expected.data.map { abs($0) }.max() ?? 0
  #expect(differences.allSatisfy { $0 <= tolerance * greatest }, what)
}
