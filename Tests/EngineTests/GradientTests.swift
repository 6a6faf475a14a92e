import Engine
import Testing

/// Compares every operation's gradient with central differences, on random shapes and on edge cases: size
/// 1, no elements, odd sizes, broadcasting both ways.
@Suite struct GradientTests {
  @Test(arguments: operationGradientCases + movementGradientCases + layerGradientCases)
  func agreesWithDifferences(_ gradientCase: GradientCase) {
    var generator = SeededGenerator(seed: 7)
    for shapes in gradientCase.shapes(&generator) {
      let inputs = shapes.map { gradientCase.domain.draw($0, &generator) }
      expectSlopes(inputs, &generator, gradientCase.compute)
    }
  }
}

/// An operation with the shapes and numbers to test it on.
struct GradientCase: Sendable, CustomTestStringConvertible {
  var name: String
  var domain: Domain = .all
  var shapes: @Sendable (inout SeededGenerator) -> [[[Int]]]
  var compute: @Sendable ([Tensor]) -> Tensor

  var testDescription: String { name }
}

/// The numbers near which an operation is smooth.
enum Domain {
  case all, positive, awayFromZero, distinct

  func draw(_ shape: [Int], _ generator: inout SeededGenerator) -> Tensor {
    switch self {
    case .all: return .uniform(shape, -1.5...1.5, using: &generator)
    case .positive: return .uniform(shape, 0.5...2, using: &generator)
    case .awayFromZero:
      let sizes = Tensor.uniform(shape, 0.4...1.5, using: &generator).values
      return Tensor(sizes.map { Bool.random(using: &generator) ? $0 : -$0 }, shape: shape)
    case .distinct:
      let ranks = (0..<shape.reduce(1, *)).shuffled(using: &generator)
      return Tensor(ranks.map { Float($0) * 0.25 - 1 }, shape: shape)
    }
  }
}

private let operationGradientCases: [GradientCase] = [
  one("sigmoid") { $0.sigmoid() },
  one("tanh") { $0.tanh() },
  one("exp") { $0.exp() },
  one("log", .positive) { $0.log() },
  one("softplus") { $0.softplus() },
  one("silu") { $0.silu() },
  one("gelu") { $0.gelu() },
  one("gelu by tanh") { $0.gelu(approximate: .tanh) },
  one("relu", .awayFromZero) { $0.relu() },
  one("leakyReLU", .awayFromZero) { $0.leakyReLU(negativeSlope: 0.1) },
  one("elu", .awayFromZero) { $0.elu(alpha: 0.7) },
  one("x + 2") { $0 + 2 }, one("2 + x") { 2 + $0 },
  one("x - 2") { $0 - 2 }, one("2 - x") { 2 - $0 },
  one("x * 3") { $0 * 3 }, one("3 * x") { 3 * $0 },
  one("x / 3") { $0 / 3 }, one("3 / x", .positive) { 3 / $0 },
  one("-x") { -$0 },
  one("x * x, twice the same input") { $0 * $0 },
  one("sum") { $0.sum() },
  one("mean") { $0.count == 0 ? $0.sum() : $0.mean() },
  one("square") { $0.square() },
  one("sqrt", .positive) { $0.sqrt() },
  one("abs", .awayFromZero) { $0.abs() },
  one("pow 3") { $0.pow(3) }, one("pow -1.5", .positive) { $0.pow(-1.5) },
  two("add") { $0 + $1 }, two("subtract") { $0 - $1 },
  two("multiply") { $0 * $1 }, two("divide", .awayFromZero) { $0 / $1 },
  dimension("sum(dim:)") { $0.sum(dim: $1) },
  dimension("sum(dim:keepDim:)") { $0.sum(dim: $1, keepDim: true) },
  dimension("mean(dim:)") { $0.mean(dim: $1) },
  dimension("max(dim:)", .distinct) { $0.max(dim: $1) },
  dimension("max", .distinct) { x, _ in x.max() },
  dimension("softmax") { $0.softmax(dim: $1) },
  dimension("logSoftmax") { $0.logSoftmax(dim: $1) },
  GradientCase(name: "matmul", shapes: products) { $0[0].matmul($0[1]) },
  GradientCase(name: "linear", shapes: layers) { linear($0[0], $0[1], $0[2]) },
  GradientCase(name: "linear without bias", shapes: layers) {
    linear($0[0], $0[1]) + 0 * $0[2].sum()
  },
  GradientCase(name: "crossEntropy", shapes: logits) { classify($0[0], .mean) },
  GradientCase(name: "crossEntropy, summed", shapes: logits) { classify($0[0], .sum) },
  GradientCase(name: "mseLoss", shapes: twins) { mseLoss($0[0], $0[1]) },
  GradientCase(name: "mseLoss, summed", shapes: twins) { mseLoss($0[0], $0[1], reduction: .sum) },
  GradientCase(name: "bceWithLogits", shapes: twins) { bceWithLogits($0[0], $0[1]) },
  GradientCase(name: "bceWithLogits, summed", shapes: twins) {
    bceWithLogits($0[0], $0[1], reduction: .sum)
  },
]

func one(
  _ name: String, _ domain: Domain = .all, _ f: @escaping @Sendable (Tensor) -> Tensor
) -> GradientCase {
  GradientCase(name: name, domain: domain) { generator in
    [[], [1], [0, 3], [3, 5, 1]].map { [$0] } + (0..<4).map { _ in [shape(&generator)] }
  } compute: {
    f($0[0])
  }
}

func two(
  _ name: String, _ domain: Domain = .all, _ f: @escaping @Sendable (Tensor, Tensor) -> Tensor
) -> GradientCase {
  GradientCase(name: name, domain: domain) { generator in
    [
      [[], []], [[], [3]], [[1], []], [[3], [3]], [[0, 3], [3]], [[1, 3], [0, 1]], [[2, 3], [3]],
      [[2, 3], [2, 1]], [[2, 1, 3], [4, 1]], [[1, 1], [3, 3]], [[2, 1, 2, 1], [1, 3, 1, 2]],
    ] + (0..<6).map { _ in pair(&generator) }
  } compute: {
    f($0[0], $0[1])
  }
}

/// An operation along each dimension in turn.
func dimension(
  _ name: String, _ domain: Domain = .all, _ f: @escaping @Sendable (Tensor, Int) -> Tensor
) -> GradientCase {
  GradientCase(name: name, domain: domain) { _ in
    [[[1]], [[5]], [[3, 1]], [[1, 3]], [[3, 4]], [[2, 3, 2]]]
  } compute: { inputs in
    let x = inputs[0]
    return (1..<x.shape.count).reduce(f(x, 0).sum()) { total, dim in
      total + Float(dim + 1) * (f(x, dim) * f(x, dim - x.shape.count)).sum()
    }
  }
}

private func shape(_ generator: inout SeededGenerator) -> [Int] {
  (0..<Int.random(in: 1...3, using: &generator)).map { _ in Int.random(in: 1...4, using: &generator)
  }
}

/// Two shapes that can be broadcast to each other.
private func pair(_ generator: inout SeededGenerator) -> [[Int]] {
  let whole = shape(&generator)
  return (0..<2).map { _ in
    let sizes = whole.map { Bool.random(using: &generator) ? $0 : 1 }
    return Array(sizes.suffix(Int.random(in: 0...sizes.count, using: &generator)))
  }
}

private let products: @Sendable (inout SeededGenerator) -> [[[Int]]] = { _ in
  [
    [[1, 1], [1, 1]], [[3, 4], [4, 5]], [[0, 2], [2, 3]], [[2, 0], [0, 3]], [[2, 3], [3, 0]],
    [[2, 3, 4], [2, 4, 5]], [[2, 3, 4], [4, 5]], [[3, 4], [2, 4, 5]], [[3, 4], [0, 4, 5]],
    [[2, 1, 2, 3], [2, 1, 3, 2]], [[0, 2, 3], [0, 3, 2]], [[3], [3]], [[3], [3, 2]],
    [[2, 3], [3]],
    [[3], [2, 3, 4]], [[2, 2, 3], [3]], [[1, 2, 3], [4, 3, 2]], [[2, 1, 2, 3], [3, 3, 1]],
    [[1, 9, 7], [2, 1, 7, 8]],
  ]
}

private let logits: @Sendable (inout SeededGenerator) -> [[[Int]]] = { _ in
  [[[1, 1]], [[1, 5]], [[7, 3]]]
}

private func classify(_ x: Tensor, _ reduction: Reduction) -> Tensor {
  let targets = (0..<x.shape[0]).map { $0 * 2 % x.shape[1] }
  return crossEntropy(x, targets, reduction: reduction)
}

private let twins: @Sendable (inout SeededGenerator) -> [[[Int]]] = { _ in
  [[[], []], [[1], [1]], [[5, 3], [5, 3]]]
}

private let layers: @Sendable (inout SeededGenerator) -> [[[Int]]] = { _ in
  [
    [[1, 1], [1, 1], [1]], [[5, 3], [2, 3], [2]], [[3], [2, 3], [2]], [[2, 3, 4], [5, 4], [5]],
    [[0, 3], [2, 3], [2]],
  ]
}
