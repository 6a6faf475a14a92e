import Engine
import Foundation
import Testing

/// NaN, infinities, ties and the limits of float32 are handled as in PyTorch.
@Suite struct EdgeTests {
  @Test(arguments: EdgeCase.all)
  func agreesWithPyTorch(_ edge: EdgeCase) throws {
    if let compute = operations[edge.op] {
      try check(edge, compute)
    } else if let clip = clippings[edge.op] {
      checkClipping(edge, clip)
    } else {
      let make = try #require(optimisers[edge.op])
      let parameter = Tensor(edge.inputs[0].numbers, requiresGrad: true)
      parameter.grad = Tensor(edge.inputs[1].numbers)
      make([parameter]).step()
      expectSame(parameter.values, edge.output, "\(edge)")
    }
  }

  private func check(_ edge: EdgeCase, _ compute: (EdgeCase, [Tensor]) -> Tensor) throws {
    let inputs = edge.inputs.map { Tensor($0.numbers, shape: edge.shape, requiresGrad: true) }
    let y = compute(edge, inputs)
    expectSame(y.values, edge.output, "\(edge)")
    y.backward(gradient: Tensor(edge.weights.numbers, shape: y.shape))
    for (input, expected) in zip(inputs, edge.gradients) {
      expectSame(try #require(input.grad).values, expected, "gradients of \(edge)")
    }
  }

  private func checkClipping(_ edge: EdgeCase, _ clip: (Tensor, Double) -> Double?) {
    let parameter = Tensor.zeros(edge.shape, requiresGrad: true)
    parameter.grad = Tensor(edge.inputs[0].numbers)
    let norm = clip(parameter, edge.number)
    expectSame(norm.map { [Float($0)] } ?? [], edge.output, "\(edge)")
    expectSame(parameter.grad?.values ?? [], edge.gradients[0], "gradients of \(edge)")
  }

  private func expectSame(_ found: [Float], _ expected: [String], _ what: Comment) {
    let expected = expected.numbers
    #expect(found.count == expected.count, what)
    for (found, expected) in zip(found, expected) {
      let isSame = found == expected || found.isNaN && expected.isNaN
      // Twice the smallest positive number, for denormal results.
      let tolerance = 2e-6 * abs(expected) + 2 * .leastNonzeroMagnitude
      #expect(isSame || abs(found - expected) <= tolerance, what)
    }
  }
}

/// A computation with PyTorch's results; numbers are strings, since JSON has no NaN and ∞.
struct EdgeCase: Decodable, Sendable, CustomStringConvertible {
  var op: String
  var shape: [Int]
  var inputs: [[String]]
  var integers: [Int]
  var number: Double
  var weights: [String]
  var output: [String]
  var gradients: [[String]]

  var description: String { "\(op) of \(inputs)" }

  /// The cases that `record/edges.py` recorded.
  static let all: [EdgeCase] = {
    struct File: Decodable { var cases: [EdgeCase] }
    let url = Bundle.module.url(
      forResource: "edges", withExtension: "json", subdirectory: "record")
    guard let url, let data = try? Data(contentsOf: url),
      let file = try? JSONDecoder().decode(File.self, from: data)
    else { fatalError("the tests' bundle lacks the recorded edges") }
    return file.cases
  }()
}

extension [String] {
  /// The numbers that these strings represent.
  fileprivate var numbers: [Float] { map { Float($0) ?? .signalingNaN } }
}

private let operations: [String: @Sendable (EdgeCase, [Tensor]) -> Tensor] = [
  "relu": { $1[0].relu() }, "leaky_relu": { $1[0].leakyReLU() }, "elu": { $1[0].elu() },
  "abs": { $1[0].abs() }, "sqrt": { $1[0].sqrt() }, "log": { $1[0].log() },
  "exp": { $1[0].exp() }, "square": { $1[0].square() }, "negative": { -$1[0] },
  "softplus": { $1[0].softplus() }, "tanh": { $1[0].tanh() }, "sigmoid": { $1[0].sigmoid() },
  "silu": { $1[0].silu() }, "gelu": { $1[0].gelu() }, "reciprocal": { 1 / $1[0] },
  "pow": { $1[0].pow(Float($0.number)) }, "divide": { $1[0] / $1[1] },
  "divide by number": { $1[0] / Float($0.number) }, "max": { $1[0].max() },
  "max along rows": { $1[0].max(dim: 1) }, "softmax": { $1[0].softmax() },
  "log_softmax": { $1[0].logSoftmax() }, "cross_entropy": { crossEntropy($1[0], $0.integers) },
  "bce": { bceWithLogits($1[0], Tensor([Float($0.number)])) },
  "mse": { mseLoss($1[0], .zeros([2])) }, "mean": { $1[0].mean() },
]

private let clippings: [String: @Sendable (Tensor, Double) -> Double?] = [
  "clip norm": { clipGradNorm([$0], maxNorm: $1) },
  "clip value": { parameter, limit in
    clipGradValue([parameter], clipValue: limit)
    return nil
  },
]

private let optimisers: [String: @Sendable ([Tensor]) -> any Optimiser] = [
  "SGD": { SGD($0, lr: 0.1) }, "SGD with momentum": { SGD($0, lr: 0.1, momentum: 0.9) },
  "SGD with decay": { SGD($0, lr: 0.1, weightDecay: 0.5) }, "Adam": { Adam($0, lr: 0.1) },
  "AdamW": { AdamW($0, lr: 0.1, weightDecay: 0.5) },
  "RMSProp": { RMSProp($0, lr: 0.1, alpha: 0.99999) }, "Adagrad": { Adagrad($0, lr: 0.1) },
]
