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
