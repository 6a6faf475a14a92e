import Engine
import Testing

/// The laws of `backward`, whatever the operations.
@Suite struct BackwardTests {
  private func chain(_ length: Int, from x: Tensor) -> Tensor {
    (0..<length).reduce(x) { y, _ in y + 1 }
  }

  @Test func aDeepChainIsFollowed() {
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

  /// Neither a product with a number nor a sum reads a number on the way back, so none is kept: 200 results
  /// of 4 MB leave the memory of a few.
  @Test func whatNoRuleReadsIsFreedOnTheWay() async {
    await #expect(processExitsWith: .success) {
      let x = Tensor.zeros([1 << 20], requiresGrad: true)
      let before = try ownMemory()
      let y = (0..<100).reduce(x) { y, _ in y * 2 + x }
      #expect(try ownMemory() - before < 64 << 10)
      y.sum().backward()
      #expect(x.grad?.values.last == 0x1p101)
    }
  }

  /// f(x) = x + x, twenty times over: every result has two uses, and none may be visited twice.
  @Test func everyUseCountsOnce() {
    let x = Tensor(1, requiresGrad: true)
    (0..<20).reduce(x) { y, _ in y + y }.backward()
    #expect(x.grad?.item() == Float(1 << 20))
  }

  /// ∇(αf + βg) = α∇f + β∇g.
  @Test func isLinear() throws {
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

  @Test func gradientsAddUpUntilTheyAreTakenAway() {
    let x = Tensor([1, 2], requiresGrad: true)
    (3 * x).sum().backward()
    (4 * x).sum().backward()
    #expect(x.grad?.values == [7, 7])
    x.grad = nil
    (5 * x).sum().backward()
    #expect(x.grad?.values == [5, 5])
  }

  @Test func resultsKeepAGradientOnlyWhenAsked() {
    let x = Tensor([1, 2], requiresGrad: true)
    let (kept, other) = (3 * x, 2 * x)
    kept.retainGrad()
    (kept * other).sum().backward()
    #expect(kept.grad?.values == [2, 4])
    #expect(other.grad == nil)
    #expect(x.grad?.values == [12, 24])
  }

  /// ∂L/∂(a + b) is ∂L/∂a and ∂L/∂b in one place, until a further use of a adds to it.
  @Test(arguments: [true, false])
  func bothTermsOfASumHaveAGradientOfTheirOwn(_ sumFirst: Bool) {
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

  /// An activation turns its gradient into its input's in place, but not one that is kept or shared.
  @Test func anActivationLeavesOtherGradientsAlone() {
    let x = Tensor([-1, 2], requiresGrad: true)
    let (y, b) = ((x * 1).relu(), x * 1)
    for value in [y, b] { value.retainGrad() }
    (3 * (y.relu() + b).relu() + y).sum().backward()
    #expect(y.grad?.values == [1, 4])
    #expect(b.grad?.values == [0, 3])
    #expect(x.grad?.values == [0, 7])
  }

  @Test func parametersOfASumHaveAGradientOfTheirOwn() {
    let (a, b) = (Tensor([1, 2], requiresGrad: true), Tensor([3, 4], requiresGrad: true))
    (a + b).sum().backward()
    clipGradValue([a], clipValue: 0.5)
    #expect(a.grad?.values == [0.5, 0.5])
    #expect(b.grad?.values == [1, 1])
  }

  /// A recurrent layer adds up its gradient over time in place; the other term of a sum must not see it.
  @Test func aSequenceAddsUpItsOwnGradient() throws {
    var generator = SeededGenerator(seed: 5)
    let x = Tensor.normal([3, 2, 4], using: &generator)
    let h = RNN(4, 4, using: &generator)(x)
    let other = Tensor.ones(h.shape, requiresGrad: true) * 1
    for value in [h, other] { value.retainGrad() }
    (other + h).sum().backward()
    #expect(other.grad?.values == [Float](repeating: 1, count: 24))
    #expect(try #require(h.grad).values.prefix(16).allSatisfy { $0 != 1 })
  }

  @Test func aSeedWeighsTheResults() {
    let x = Tensor([1, 2, 3], requiresGrad: true)
    (x * x).backward(gradient: Tensor([1, 10, 100]))
    #expect(x.grad?.values == [2, 40, 600])
  }

  @Test func constantsReceiveNothing() {
    let (x, c) = (Tensor([2], requiresGrad: true), Tensor([5]))
    (x * c + x.detach() * x).sum().backward()
    #expect(c.grad == nil)
    #expect(x.grad?.values == [7])
  }

  @Test func nothingIsRecordedUnderNoGrad() {
    let x = Tensor([2], requiresGrad: true)
    let y = noGrad { noGrad { x * x } + x * x }
    #expect(!y.requiresGrad)
    #expect((x * x).requiresGrad)
  }

  /// A buffer from the pool holds what its last tensor left: here NaN, which must not come through.
  @Test func gradientsDoNotSeeOldMemory() {
    let x = Tensor([1, 2, 3], requiresGrad: true)
    for _ in 0..<100 {
      _ = (0..<20).map { _ in Tensor.full([3], .nan) }
      ((x + Tensor([1])) * x).sum().backward()
      #expect(x.grad?.values == [3, 5, 7])
      x.grad = nil
    }
  }
}
