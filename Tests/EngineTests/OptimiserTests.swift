import Engine
import Testing

/// Properties of optimisers; `ReferenceTests` compares their numbers with PyTorch's.
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

  /// Minimises Σ w² · scale, starting at 1, and returns w[0] after each step.
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

  /// The loops of the kernels: all of 137 numbers, which is not a multiple of a vector's length, change by the
  /// same amount.
  @Test(arguments: makers.keys.sorted())
  func updatesEveryNumberEqually(_ name: String) throws {
    let w = Tensor.ones([137], requiresGrad: true)
    _ = try descend(make(name, [w]), steps: 3)
    #expect(w.values.allSatisfy { $0 == w.values[0] && $0 < 1 })
  }

  @Test(arguments: makers.keys.sorted())
  func ignoresParametersWithoutGradients(_ name: String) throws {
    let trained = Tensor.ones([2], requiresGrad: true)
    let unused = Tensor.ones([2], requiresGrad: true)
    let optimiser = try make(name, [unused, trained])
    (trained * trained).sum().backward()
    optimiser.step()
    #expect(unused.values == [1, 1])
    #expect(trained.values != [1, 1])
    optimiser.zeroGrad()
    #expect(trained.grad == nil)
  }

  @Test(arguments: makers.keys.sorted())
  func aRateOfZeroChangesNothing(_ name: String) throws {
    let optimiser = try make(name, [.ones([2], requiresGrad: true)])
    optimiser.lr = 0
    #expect(try descend(optimiser, steps: 2) == [1, 1])
  }

  /// With a gradient a thousand times larger, Adam's step is the same and SGD's a thousand times larger.
  @Test func adamIgnoresTheGradientsScale() throws {
    func step(_ optimiser: ([Tensor]) -> any Optimiser, _ scale: Float) throws -> Float {
      let w = Tensor.ones([1], requiresGrad: true)
      return try 1 - descend(optimiser([w]), scale: scale, steps: 1)[0]
    }
    let adam = { @Sendable (w: [Tensor]) -> any Optimiser in Adam(w, lr: 1e-3) }
    let sgd = { @Sendable (w: [Tensor]) -> any Optimiser in SGD(w, lr: 1e-6) }
    #expect(abs(try step(adam, 1000) / step(adam, 1) - 1) <= 1e-3)
    #expect(abs(try step(sgd, 1000) / step(sgd, 1) - 1000) <= 50)
  }

  /// Gradients far below ε = 10⁻⁸ hardly change the parameters.
  @Test func adamShrinksStepsBelowEpsilon() throws {
    let w = Tensor.zeros([1], requiresGrad: true)
    let adam = Adam([w], lr: 1e-3)
    w.grad = Tensor([1e-12])
    adam.step()
    #expect(abs(w.item()) < 1e-6 && w.item() != 0)
  }

  /// Decoupled decay shrinks by lr·λ for every gradient; a large gradient cancels Adam's own decay.
  @Test func decoupledDecayIgnoresTheGradient() {
    func shrunk(_ make: ([Tensor], Double) -> any Optimiser) -> Float {
      let results = [0.0, 0.5].map { decay in
        let w = Tensor([2], requiresGrad: true)
        w.grad = Tensor([1000])
        make([w], decay).step()
        return w.item()
      }
      return results[0] - results[1]
    }
    #expect(abs(shrunk { AdamW($0, lr: 0.1, weightDecay: $1) } - 0.1) <= 1e-6)
    #expect(abs(shrunk { Adam($0, lr: 0.1, weightDecay: $1) }) <= 1e-6)
  }

  /// The bias correction of a parameter starts when it first has a gradient.
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
