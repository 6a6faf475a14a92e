import Engine
import Foundation
import Testing

/// Invalid arguments trap with a message that names the operation and the offending values.
@Suite struct WrongUseTests {
  @Test(arguments: mistakes.keys.sorted())
  func trapsWithItsMessage(_ message: String) async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [message] in
      mistakes[message]?()
    }
    let error = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(error.contains("Fatal error: \(message)\n"))
  }
}

private let mistakes = tensorMistakes.merging(trainingMistakes) { first, _ in first }

private let tensorMistakes: [String: @Sendable () -> Void] = [
  "Tensor: 3 values do not fill shape [2, 2]": { _ = Tensor([1, 2, 3], shape: [2, 2]) },
  "Tensor: rows of lengths [2, 1] do not form a matrix": { _ = Tensor([[1, 2], [3]]) },
  "full: shape [2, -1] has a negative size": { _ = Tensor.zeros([2, -1]) },
  "item: shape [2] holds 2 numbers, not one": { _ = Tensor([1, 2]).item() },
  "grad: shape [3] for a tensor of shape [2]": { Tensor([1, 2]).grad = Tensor([1, 2, 3]) },
  "requiresGrad: cannot be set to false on the result of an operation; use detach()": {
    (Tensor([1], requiresGrad: true) * 2).requiresGrad = false
  },
  "backward: shape [2] is not a single number; use backward(gradient:)": {
    Tensor([1, 2], requiresGrad: true).backward()
  },
  "backward: no input of this tensor's computation requires a gradient": { Tensor(1).backward() },
  "backward: a gradient of shape [3] for a tensor of shape [2]": {
    Tensor([1, 2], requiresGrad: true).backward(gradient: Tensor([1, 2, 3]))
  },
  "backward: an earlier backward already freed this computation": {
    let square = Tensor(3, requiresGrad: true) * 2
    let loss = square * square
    loss.backward()
    (square + 1).backward()
  },
  "add: shapes [2, 3] and [4] do not fit: 3 against 4": {
    _ = Tensor.zeros([2, 3]) + Tensor.zeros([4])
  },
  "divide: shapes [2] and [3] do not fit: 2 against 3": {
    _ = Tensor.zeros([2]) / Tensor.zeros([3])
  },
  "matmul: shapes [3, 4] and [5, 6] do not fit: 4 columns against 5 rows": {
    _ = Tensor.zeros([3, 4]).matmul(.zeros([5, 6]))
  },
  "matmul: shapes [] and [4, 6] are not both matrices or stacks": {
    _ = Tensor(1).matmul(.zeros([4, 6]))
  },
  "matmul: shapes [4] and [3] do not fit: 4 columns against 3 rows": {
    _ = Tensor.zeros([4]).matmul(.zeros([3]))
  },
  "matmul: shapes [2, 3, 4] and [3, 4, 5] do not fit: their leading dimensions do not broadcast": {
    _ = Tensor.zeros([2, 3, 4]).matmul(.zeros([3, 4, 5]))
  },
  "linear: shapes [2, 3] and [5, 4] do not fit: 3 inputs against 4": {
    _ = linear(.zeros([2, 3]), .zeros([5, 4]))
  },
  "linear: a bias of shape [4] for a weight of shape [5, 4]": {
    _ = linear(.zeros([2, 4]), .zeros([5, 4]), .zeros([4]))
  },
  "linear: a weight of shape [5] is not a matrix [out, in]": {
    _ = linear(.zeros([2]), .zeros([5]))
  },
  "sum: shape [2, 3] has no dimension 2": { _ = Tensor.zeros([2, 3]).sum(dim: 2) },
  "mean: shape [2, 3] has no dimension -3": { _ = Tensor.zeros([2, 3]).mean(dim: -3) },
  "max: shape [0, 3] has no numbers to choose from": { _ = Tensor.zeros([0, 3]).max() },
  "argmax: shape [0] has no numbers to choose from": { _ = Tensor.zeros([0]).argmax() },
  "reshape: shape [2, 3] holds 6 numbers, which do not fill [4, -1]": {
    _ = Tensor.zeros([2, 3]).reshape([4, -1])
  },
  "unsqueeze: dimension 2 is out of range for shape [2]": { _ = Tensor.zeros([2]).unsqueeze(2) },
  "permute: [0, 0] is not a permutation of the dimensions of [2, 3]": {
    _ = Tensor.zeros([2, 3]).permute([0, 0])
  },
  "subscript: 2 indices for the dimensions of shape [3]": { _ = Tensor.zeros([3])[0, 0] },
  "subscript: 3 is out of range in dimension 0 of shape [3]": { _ = Tensor.zeros([3])[3] },
  "subscript: 1..<4 is out of range in dimension 1 of shape [2, 3]": {
    _ = Tensor.zeros([2, 3])[0, 1..<4]
  },
  "concatenate: no tensors were given": { _ = concatenate([]) },
  "concatenate: shapes [2, 3] and [2, 4] differ in a dimension other than 0": {
    _ = concatenate([.zeros([2, 3]), .zeros([2, 4])])
  },
  "stack: shapes [2] and [3] differ": { _ = stack([.zeros([2]), .zeros([3])]) },
  "pad: before -1 and after 0 must not be negative": {
    _ = Tensor.zeros([3]).pad(dim: 0, before: -1)
  },
  ".<: shapes [2] and [3] do not fit: 2 against 3": { _ = Tensor.zeros([2]) .< .zeros([3]) },
  "softmax: shape [] has no dimension -1": { _ = Tensor(1).softmax() },
  "crossEntropy: logits of shape [3] are not a matrix [n, classes]": {
    _ = crossEntropy(.zeros([3]), [1])
  },
  "crossEntropy: logits of shape [2, 3] for 1 targets": { _ = crossEntropy(.zeros([2, 3]), [1]) },
  "crossEntropy: target 3 is not in the classes 0..<3": { _ = crossEntropy(.zeros([1, 3]), [3]) },
  "mseLoss: shapes [2] and [1, 2] differ": { _ = mseLoss(.zeros([2]), .zeros([1, 2])) },
  "bceWithLogits: shapes [2] and [3] differ": { _ = bceWithLogits(.zeros([2]), .zeros([3])) },
  "batchNorm: shape [1, 2] has 1 numbers per channel; at least two are needed": {
    _ = BatchNorm(2)(.zeros([1, 2]))
  },
  "batchNorm: a parameter of shape [3] for 2 channels of [4, 2]": {
    _ = BatchNorm(3)(.zeros([4, 2]))
  },
  "layerNorm: a parameter of shape [3] for rows of [4, 2]": { _ = LayerNorm(3)(.zeros([4, 2])) },
  "embedding: 5 is not in the symbols 0..<5": { _ = embedding(.zeros([5, 2]), [5], shape: [1]) },
  "embedding: 2 symbols do not fill shape [3]": {
    _ = embedding(.zeros([5, 2]), [1, 2], shape: [3])
  },
  "conv2d: shapes [1, 2, 3, 3] and [1, 3, 3, 3] do not fit: 2 channels against 3": {
    _ = conv2d(.zeros([1, 2, 3, 3]), .zeros([1, 3, 3, 3]))
  },
  "conv2d: a kernel of 5 by 5 for images of shape [1, 1, 2, 2], padding 1": {
    _ = conv2d(.zeros([1, 1, 2, 2]), .zeros([1, 1, 5, 5]), padding: 1)
  },
  "maxPool2d: a window of 3 by 3 with stride 3 over shape [1, 1, 2, 2]": {
    _ = maxPool2d(.zeros([1, 1, 2, 2]), 3)
  },
  "avgPool2d: shape [2, 2] is not [n, channels, height, width]": {
    _ = avgPool2d(.zeros([2, 2]), 2)
  },
  "LSTM: a state of shape [1, 3] for a sequence of [4, 2, 1]": {
    var generator = SeededGenerator(seed: 0)
    _ = LSTM(1, 3, using: &generator)(.zeros([4, 2, 1]), .zeros([1, 3]), .zeros([2, 3]))
  },
  "normal: the standard deviation is nan; it must be finite and not negative": {
    var generator = SeededGenerator(seed: 0)
    _ = Tensor.normal([2], std: .nan, using: &generator)
  },
  "uniform: range -inf...0.0 is not finite": {
    var generator = SeededGenerator(seed: 0)
    _ = Tensor.uniform([2], (-.infinity)...0, using: &generator)
  },
  "spectralNorm: the number of iterations must be positive, not 0": {
    _ = Tensor.ones([2, 2]).spectralNorm(iterations: 0)
  },
  "namedParameters: the parameters in 'layers' have no order; use an array instead of a set, and keys that print differently in a dictionary":
    {
      struct Unordered: Module {
        let layers: Set<Named>
        func callAsFunction(_ x: Tensor) -> Tensor { x }
      }
      _ = Unordered(layers: [Named(), Named()]).parameters
    },
  "RNN: shape [2, 1] is not [time, batch, feature]": {
    var generator = SeededGenerator(seed: 0)
    _ = RNN(1, 3, using: &generator)(.zeros([2, 1]))
  },
  "attention: shapes [2, 3], [4, 2] and [4, 2] do not fit": {
    _ = attention(.zeros([2, 3]), .zeros([4, 2]), .zeros([4, 2]))
  },
  "MultiHeadAttention: 5 features for 2 heads": {
    var generator = SeededGenerator(seed: 0)
    _ = MultiHeadAttention(5, heads: 2, using: &generator)
  },
  "Dropout: probability 1.0 is not in 0..<1": {
    var generator = SeededGenerator(seed: 0)
    _ = Dropout(1, using: &generator)
  },
]

/// A hashable layer, for use in a set.
private final class Named: Hashable {
  let weight = Tensor([1], requiresGrad: true)
  static func == (a: Named, b: Named) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
