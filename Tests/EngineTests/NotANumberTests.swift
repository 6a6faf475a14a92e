import Engine
import Testing

/// A measure of numbers among which there is NaN is NaN, wherever it is.
@Suite struct NotANumberTests {
  @Test(arguments: measures.keys.sorted())
  func isPassedOn(_ name: String) throws {
    let measure = try #require(measures[name])
    for side in [1, 3, 20] {
      var generator = SeededGenerator(seed: side)
      let x = Tensor.uniform([side, side], -0.9...0.9, using: &generator).values
      for place in x.indices {
        var values = x
        values[place] = .nan
        let found = measure(Tensor(values, shape: [side, side]))
        #expect(found.isNaN, "\(found) with NaN at \(place) of \(side)×\(side)")
      }
    }
  }

  /// The same measures say something of numbers, so the law above is none of broken ones.
  @Test(arguments: measures.keys.sorted())
  func numbersHaveAMeasure(_ name: String) throws {
    var generator = SeededGenerator(seed: 1)
    let x = Tensor.uniform([3, 3], -0.9...0.9, using: &generator)
    let measure = try #require(measures[name])
    #expect(measure(x).isFinite)
  }

  /// Also among the gradients of a network: nobody calls them healthy.
  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func aMonitorSaysSo(_ value: Float) throws {
    let w = Tensor([1, 2, 3], requiresGrad: true)
    w.grad = Tensor([0, value, 1])
    let monitor = GradientMonitor([("w", w)])
    monitor.record()
    #expect(monitor.verdict == (value.isNaN ? .notANumber : .infinite))
    #expect(monitor.fault?.name == "w")
    let activation = monitor.watch((w * 2).relu(), as: "a")
    activation.backward(gradient: Tensor([1, value, 1]))
    monitor.record()
    #expect(monitor.activationNorms.allSatisfy { !$0.isFinite })
  }

  @Test func theReportPrintsIt() {
    let w = Tensor([.nan, 2], requiresGrad: true)
    let monitor = GradientMonitor([("w", w)])
    monitor.watch((w * 1).tanh(), as: "a", saturatingAt: -1...1).sum().backward()
    monitor.record()
    #expect(
      monitor.description == """
        Step 1: the gradient of w is not a number at step 1

        parameter  shape  ‖∂L/∂w‖
        w              2      NaN  not a number
        first weight / last weight: NaN

        value   ‖∂L/∂a‖  dead  saturated
        a      1.41e+00   NaN        NaN  healthy
        first / last: 1.00e+00
        """)
  }
}

private let measures: [String: @Sendable (Tensor) -> Double] = [
  "norm": { $0.norm() }, "spectralNorm": { $0.spectralNorm() },
  "spectralRadius": { $0.spectralRadius() }, "median": { $0.median() },
  "quantile": { $0.quantile(0.1) }, "mean": { $0.statistics.mean },
  "variance": { $0.statistics.variance }, "std": { $0.statistics.std },
  "meanSquare": { $0.statistics.meanSquare }, "deadShare": { $0.deadShare() },
  "saturatedShare": { $0.saturatedShare() },
  "cosineSimilarity": { cosineSimilarity($0, .ones($0.shape)) },
  "cosineSimilarity with zeros": { cosineSimilarity(.zeros($0.shape), $0) },
  "cosineSimilarity of a list": {
    cosineSimilarity([.ones([2]), $0], [.ones([2]), .ones($0.shape)])
  },
  "meanCosineBetweenRows": { concatenate([$0, $0]).meanCosineBetweenRows() },
  "max": { Double($0.max().item()) },
  "max of columns": { Double($0.max(dim: 0).sum().item()) },
  "sum": { Double($0.sum().item()) }, "mean of columns": { Double($0.mean(dim: 0).sum().item()) },
  "softmax": { Double($0.softmax(dim: 0).sum().item()) },
  "logSoftmax": { Double($0.logSoftmax().sum().item()) },
  "crossEntropy": { x in Double(crossEntropy(x, x.values.prefix(x.shape[0]).map { _ in 0 }).item())
  },
  "mseLoss": { Double(mseLoss($0, .ones($0.shape)).item()) },
  "bceWithLogits": { Double(bceWithLogits($0, .ones($0.shape)).item()) },
  "layerNorm": {
    Double(layerNorm($0, .ones([$0.shape[1]]), .zeros([$0.shape[1]])).sum().item())
  },
  "maxPool2d": { x in
    let side = x.shape[0]
    return Double(maxPool2d(x.reshape([1, 1, side, side]), side).item())
  },
  "matmul": { Double($0.matmul(.ones($0.shape)).sum().item()) },
]
