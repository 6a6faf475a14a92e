import Engine
import Foundation
import Testing

@Suite struct SoftmaxTests {
  private var x: Tensor {
    var generator = SeededGenerator(seed: 1)
    return .normal([3, 4, 5], std: 3, using: &generator)
  }

  @Test(arguments: [0, 1, 2, -1])
  func probabilitiesAddUpToOne(_ dim: Int) {
    #expect(x.softmax(dim: dim).sum(dim: dim).values.allSatisfy { abs($0 - 1) <= 1e-6 })
  }

  @Test(arguments: [0, 1, 2])
  func aShiftChangesNothing(_ dim: Int) {
    let (y, shifted) = (x.softmax(dim: dim), (x + 1000).softmax(dim: dim))
    for (a, b) in zip(y.values, shifted.values) { #expect(abs(a - b) <= 1e-3 * a) }
  }

  @Test(arguments: [0, 1, 2])
  func logSoftmaxIsTheLogarithmOfSoftmax(_ dim: Int) {
    for (a, b) in zip(x.softmax(dim: dim).log().values, x.logSoftmax(dim: dim).values) {
      #expect(abs(a - b) <= 1e-5)
    }
  }

  @Test func largeLogitsDoNotOverflow() {
    let x = Tensor([[1000, 0, -1000]])
    #expect(x.softmax().values == [1, 0, 0])
    #expect(x.logSoftmax().values == [0, -1000, -2000])
    #expect(crossEntropy(x, [2]).item() == 2000)
  }

  /// Equal logits have a cross-entropy of ln(number of classes).
  @Test func equalLogitsCostTheLogarithmOfTheClasses() {
    #expect(abs(Double(crossEntropy(.zeros([4, 10]), [0, 3, 5, 9]).item()) - log(10)) <= 1e-6)
  }
}
