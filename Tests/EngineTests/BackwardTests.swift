import Engine
import Testing

/// Properties of `backward` that do not depend on the operations.
@Suite struct BackwardTests {
  private func chain(_ length: Int, from x: Tensor) -> Tensor {
    (0..<length).reduce(x) { y, _ in y + 1 }
  }

  @Test func backwardHandlesADeepChain() {
    let x = Tensor(1, requiresGrad: true)
    chain(100_000, from: x).backward()
    #expect(x.grad?.item() == 1)
  }

  @Test func aDeepChainIsFreedWithoutBackward() async {
    await #expect(processExitsWith: .success) {
      let x = Tensor(1, requiresGrad: true)
      var y = x
      for _ in 0..<1_000_000 { y = y + 1 }
      y = x
    }
  }

  @Test func aDeepLadderIsFreedWithoutBackward() async {
    await #expect(processExitsWith: .success) {
      let x = Tensor(1, requiresGrad: true)
      var (a, b) = (x, x)
      for _ in 0..<100_000 { (a, b) = (a + b, a * b) }
      (a, b) = (x, x)
    }
  }

  /// The gradients of a product with a constant and of a sum do not read the operands, so these are not
  /// captured: 200 results of 4 MB need the memory of a few.
  @Test func intermediateResultsAreFreedEarly() async {
    await #expect(processExitsWith: .success) {
      let x = Tensor.zeros([1 << 20], requiresGrad: true)
      let before = try ownMemory()
      let y = (0..<100).reduce(x) { y, _ in y * 2 + x }
      #expect(try ownMemory() - before < 64 << 10)
      y.sum().backward()
      #expect(x.grad?.values.last == 0x1p101)
    }
  }

  /// f(x) = x + x, applied twenty times: every result has two uses and must be visited once.
  @Test func everyUseCountsOnce() {
    let x = Tensor(1, requiresGrad: true)
    (0..<20).reduce(x) { y, _ in y + y }.backward()
    #expect(x.grad?.item() == Float(1 << 20))
  }

  /// ∇(αf + βg) = α∇f + β∇g.
  @Test func backwardIsLinear() throws {
    var generator = SeededGenerator(seed: 3)
    let x = Tensor.normal([4, 3], using: &generator)
    func gradient(_ f: (Tensor) -> Tensor) throws -> [Float] {
      let x = Tensor(x.values, shape: x.shape, requiresGrad: true)
      f(x).backward()
      return try #require(x.grad).values
    }
    let (f, g) = ({ (x: Tensor) in x.tanh().sum() }, { (x: Tensor) in (x * x).sum() })
    let both = try gradient { 2 * f($0) - 0.5 * g($0) }
    let (alone, other) = try (gradient(f), gradient(g))
    for (whole, (a, b)) in zip(both, zip(alone, other)) {
      #expect(abs(whole - (2 * a - 0.5 * b)) <= 1e-6 * (1 + abs(whole)))
    }
  }

  @Test func gradientsAccumulateUntilReset() {
    let x = Tensor([1, 2], requiresGrad: true)
    (3 * x).sum().backward()
    (4 * x).sum().backward()
    #expect(x.grad?.values == [7, 7])
    x.grad = nil
    (5 * x).sum().backward()
    #expect(x.grad?.values == [5, 5])
  }

  @Test func resultsKeepGradientsOnlyWithRetainGrad() {
    let x = Tensor([1, 2], requiresGrad: true)
    let (retained, other) = (3 * x, 2 * x)
    retained.retainGrad()
    (retained * other).sum().backward()
    #expect(retained.grad?.values == [2, 4])
    #expect(other.grad == nil)
    #expect(x.grad?.values == [12, 24])
  }

  /// ∂L/∂(a + b), ∂L/∂a and ∂L/∂b share one buffer until another use of a adds to it.
  @Test(arguments: [true, false])
  func termsOfASumHaveSeparateGradients(_ sumFirst: Bool) {
    let x = Tensor([1, 2], requiresGrad: true)
    let (a, b) = (x * 1, x * 1)
    let y = a + b
    for value in [a, b, y] { value.retainGrad() }
    (sumFirst ? y.sum() + (3 * a).sum() : (3 * a).sum() + y.sum()).backward()
    #expect(a.grad?.values == [4, 4])
    #expect(b.grad?.values == [1, 1])
    #expect(y.grad?.values == [1, 1])
    #expect(x.grad?.values == [5, 5])
  }

  /// An activation reuses its gradient's buffer for its input, but not one that is retained or shared.
  @Test func activationsDoNotChangeOtherGradients() {
    let x = Tensor([-1, 2], requiresGrad: true)
    let (y, b) = ((x * 1).relu(), x * 1)
    for value in [y, b] { value.retainGrad() }
    (3 * (y.relu() + b).relu() + y).sum().backward()
    #expect(y.grad?.values == [1, 4])
    #expect(b.grad?.values == [0, 3])
    #expect(x.grad?.values == [0, 7])
  }

  @Test func parametersOfASumHaveSeparateGradients() {
    let (a, b) = (Tensor([1, 2], requiresGrad: true), Tensor([3, 4], requiresGrad: true))
    (a + b).sum().backward()
    clipGradValue([a], clipValue: 0.5)
    #expect(a.grad?.values == [0.5, 0.5])
    #expect(b.grad?.values == [1, 1])
  }

  /// A recurrent layer accumulates its gradient over time in place, which must not change the gradient of
  /// the other term of a sum.
  @Test func sequencesDoNotChangeOtherGradients() throws {
    var generator = SeededGenerator(seed: 5)
    let x = Tensor.normal([3, 2, 4], using: &generator)
    let h = RNN(4, 4, using: &generator)(x)
    let other = Tensor.ones(h.shape, requiresGrad: true) * 1
    for value in [h, other] { value.retainGrad() }
    (other + h).sum().backward()
    #expect(other.grad?.values == [Float](repeating: 1, count: 24))
    #expect(try #require(h.grad).values.prefix(16).allSatisfy { $0 != 1 })
  }

  @Test func theGradientArgumentWeighsTheResults() {
    let x = Tensor([1, 2, 3], requiresGrad: true)
    (x * x).backward(gradient: Tensor([1, 10, 100]))
    #expect(x.grad?.values == [2, 40, 600])
  }

  @Test func constantsReceiveNoGradient() {
    let (x, c) = (Tensor([2], requiresGrad: true), Tensor([5]))
    (x * c + x.detach() * x).sum().backward()
    #expect(c.grad == nil)
    #expect(x.grad?.values == [7])
  }

  @Test func noGradRecordsNothing() {
    let x = Tensor([2], requiresGrad: true)
    let y = noGrad { noGrad { x * x } + x * x }
    #expect(!y.requiresGrad)
    #expect((x * x).requiresGrad)
  }

  /// A buffer from the pool contains the numbers of its last tensor, here NaN, which must not be read.
  @Test func gradientsDoNotContainOldMemory() {
    let x = Tensor([1, 2, 3], requiresGrad: true)
    for _ in 0..<100 {
      _ = (0..<20).map { _ in Tensor.full([3], .nan) }
      ((x + Tensor([1])) * x).sum().backward()
      #expect(x.grad?.values == [3, 5, 7])
      x.grad = nil
    }
  }
}
