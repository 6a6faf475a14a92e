import Engine
import Testing

/// Measures of tensors that contain NaN are NaN, wherever the NaN is.
@Suite struct NotANumberTests {
  @Test(arguments: measures.keys.sorted())
  func measuresPropagateNaN(_ name: String) throws {
    let measure = try #require(measures[name])
    for side in [1, 3, 20] {
      var generator = SeededGenerator(seed: side)
      let x = Tensor.uniform([side, side], -0.9...0.9, using: &generator).values
      for index in x.indices {
        var values = x
        values[index] = .nan
        let found = measure(Tensor(values, shape: [side, side]))
        #expect(found.isNaN, "\(found) with NaN at \(index) of \(side)×\(side)")
      }
    }
  }

  /// The same measures are finite without NaN, so that the test above is meaningful.
  @Test(arguments: measures.keys.sorted())
  func measuresOfNumbersAreFinite(_ name: String) throws {
    var generator = SeededGenerator(seed: 1)
    let x = Tensor.uniform([3, 3], -0.9...0.9, using: &generator)
    let measure = try #require(measures[name])
    #expect(measure(x).isFinite)
  }

  /// Gradients that contain NaN or ∞ never count as healthy.
  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func aMonitorReportsNonFiniteGradients(_ value: Float) throws {
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

  @Test func theReportPrintsNaN() {
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
