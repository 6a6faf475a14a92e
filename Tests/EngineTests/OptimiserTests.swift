import Engine
import Testing

/// The laws of optimisers; their numbers are checked against PyTorch's.
@Suite struct OptimiserTests {
  private static let makers: [String: @Sendable ([Tensor]) -> any Optimiser] = [
    "SGD": { SGD($0, lr: 0.05, momentum: 0.5) }, "Adagrad": { Adagrad($0, lr: 0.5) },
    "RMSProp": { RMSProp($0, lr: 0.05) }, "Adam": { Adam($0, lr: 0.1) },
    "AdamW": { AdamW($0, lr: 0.1, weightDecay: 0) },
  ]

  private func make(_ name: String, _ parameters: [Tensor]) throws -> any Optimiser {
    let maker = try #require(Self.makers[name])
    return maker(parameters)
  }

  /// Descends Σ w² · scale from 1, and gives the ways on which w went.
  private func descend(
    _ optimiser: any Optimiser, scale: Float = 1, steps: Int = 60
  ) throws -> [Float] {
    let w = try #require(optimiser.parameters.first)
    return (0..<steps).map { _ in
      optimiser.zeroGrad()
      (w * w * scale).sum().backward()
      optimiser.step()
      return w.values[0]
    }
  }

  @Test(arguments: makers.keys.sorted())
  func findsAMinimum(_ name: String) throws {
    let optimiser = try make(name, [.ones([3], requiresGrad: true)])
    let end = try #require(descend(optimiser).last)
    #expect(abs(end) < 0.3)
  }

  /// Every kernel's loop: a run longer than any vector, with a rest, moves all alike.
  @Test(arguments: makers.keys.sorted())
  func movesEveryNumberAlike(_ name: String) throws {
    let w = Tensor.ones([137], requiresGrad: true)
    _ = try descend(make(name, [w]), steps: 3)
    #expect(w.values.allSatisfy { $0 == w.values[0] && $0 < 1 })
  }

  @Test(arguments: makers.keys.sorted())
  func leavesWhatHasNoGradient(_ name: String) throws {
    let moved = Tensor.ones([2], requiresGrad: true)
    let still = Tensor.ones([2], requiresGrad: true)
    let optimiser = try make(name, [still, moved])
    (moved * moved).sum().backward()
    optimiser.step()
    #expect(still.values == [1, 1])
    #expect(moved.values != [1, 1])
    optimiser.zeroGrad()
    #expect(moved.grad == nil)
  }

  @Test(arguments: makers.keys.sorted())
  func aRateOfZeroStandsStill(_ name: String) throws {
    let optimiser = try make(name, [.ones([2], requiresGrad: true)])
    optimiser.lr = 0
    #expect(try descend(optimiser, steps: 2) == [1, 1])
  }

  /// A thousand times the gradient moves Adam the same way, and SGD a thousand times as far.
  @Test func adamForgetsTheGradientsSize() throws {
    func way(_ optimiser: ([Tensor]) -> any Optimiser, _ scale: Float) throws -> Float {
      let w = Tensor.ones([1], requiresGrad: true)
      return try 1 - descend(optimiser([w]), scale: scale, steps: 1)[0]
    }
    let adam = { @Sendable (w: [Tensor]) -> any Optimiser in Adam(w, lr: 1e-3) }
    let sgd = { @Sendable (w: [Tensor]) -> any Optimiser in SGD(w, lr: 1e-6) }
    #expect(abs(try way(adam, 1000) / way(adam, 1) - 1) <= 1e-3)
    #expect(abs(try way(sgd, 1000) / way(sgd, 1) - 1000) <= 50)
  }

  /// Gradients far under ε = 10⁻⁸ stop Adam too.
  @Test func adamFadesUnderItsEpsilon() throws {
    let w = Tensor.zeros([1], requiresGrad: true)
    let adam = Adam([w], lr: 1e-3)
    w.grad = Tensor([1e-12])
    adam.step()
    #expect(abs(w.item()) < 1e-6 && w.item() != 0)
  }

  /// Decoupled decay shrinks by lr·λ whatever the gradient; Adam's own is drowned by a large one.
  @Test func decoupledDecayIsItsOwn() {
    func shrunk(_ make: ([Tensor], Double) -> any Optimiser) -> Float {
      let ways = [0.0, 0.5].map { decay in
        let w = Tensor([2], requiresGrad: true)
        w.grad = Tensor([1000])
        make([w], decay).step()
        return w.item()
      }
      return ways[0] - ways[1]
    }
    #expect(abs(shrunk { AdamW($0, lr: 0.1, weightDecay: $1) } - 0.1) <= 1e-6)
    #expect(abs(shrunk { Adam($0, lr: 0.1, weightDecay: $1) }) <= 1e-6)
  }

  /// A parameter that had no gradient at first makes up for its zeros as if it had just begun.
  @Test func adamCountsEachParametersSteps() {
    let (early, late) = (Tensor([1], requiresGrad: true), Tensor([1], requiresGrad: true))
    let adam = Adam([early, late], lr: 0.1)
    for _ in 0..<5 {
      early.grad = Tensor([1])
      adam.step()
    }
    late.grad = Tensor([3])
    adam.step()
    #expect(abs(late.item() - 0.9) <= 1e-6)
  }
}
