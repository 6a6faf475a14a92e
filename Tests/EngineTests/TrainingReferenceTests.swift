import Engine
import Testing

/// Compares optimisers, schedules, clipping, initialisers and measures with `record/training.json`.
@Suite struct TrainingReferenceTests {
  @Test(arguments: Reference.training.cases)
  func agreesWithPyTorch(_ testCase: Case) throws {
    let check = try #require(trainingChecks[testCase.task], "nothing checks '\(testCase.task)'")
    try check(testCase)
  }
}

/// The checks of tasks that are not a single output computed from inputs.
let trainingChecks: [String: @Sendable (Case) throws -> Void] = optimisers.mapValues { make in
  { @Sendable testCase in try follow(testCase, make) }
}.merging(
  [
    "schedule": checkSchedule,
    "clip_grad_norm": { testCase in
      try checkClipping(testCase) { parameters in
        let norm = clipGradNorm(parameters, maxNorm: testCase.number("max_norm") ?? .nan)
        let total = try #require(testCase.number("total_norm"))
        #expect(abs(norm - total) <= 1e-5 * total)
      }
    },
    "clip_grad_value": { testCase in
      try checkClipping(testCase) {
        clipGradValue($0, clipValue: testCase.number("clip_value") ?? .nan)
      }
    },
    "initialiser_std": checkInitialisers,
    "orthogonal": checkOrthogonal,
    "measures": checkMeasures,
  ]) { first, _ in first }

/// The initialisers of optimisers, with PyTorch's defaults for settings that the case omits.
private let optimisers: [String: @Sendable (Case, [Tensor]) -> any Optimiser] = [
  "optimiser SGD": { testCase, parameters in
    SGD(
      parameters, lr: testCase.number("lr") ?? .nan, momentum: testCase.number("momentum") ?? 0,
      nesterov: testCase.flag("nesterov"), weightDecay: testCase.number("weight_decay") ?? 0)
  },
  "optimiser Adagrad": { testCase, parameters in
    guard let lr = testCase.number("lr") else { return Adagrad(parameters) }
    return Adagrad(
      parameters, lr: lr, weightDecay: testCase.number("weight_decay") ?? 0,
      initialAccumulatorValue: testCase.number("initial_accumulator_value") ?? 0,
      eps: testCase.number("eps") ?? 1e-10)
  },
  "optimiser RMSProp": { testCase, parameters in
    if testCase.name == "RMSProp defaults" { return RMSProp(parameters) }
    return RMSProp(
      parameters, lr: testCase.number("lr") ?? 0.01, alpha: testCase.number("alpha") ?? 0.99,
      eps: testCase.number("eps") ?? 1e-8, weightDecay: testCase.number("weight_decay") ?? 0,
      momentum: testCase.number("momentum") ?? 0, centered: testCase.flag("centered"))
  },
  "optimiser Adam": { testCase, parameters in
    guard let lr = testCase.number("lr") else { return Adam(parameters) }
    return Adam(
      parameters, lr: lr, betas: testCase.betas, eps: testCase.number("eps") ?? 1e-8,
      weightDecay: testCase.number("weight_decay") ?? 0)
  },
  "optimiser AdamW": { testCase, parameters in
    guard let lr = testCase.number("lr") else { return AdamW(parameters) }
    return AdamW(
      parameters, lr: lr, betas: testCase.betas, eps: testCase.number("eps") ?? 1e-8,
      weightDecay: testCase.number("weight_decay") ?? 0.01)
  },
]

extension Case {
  fileprivate var betas: (Double, Double) { (number("beta1") ?? 0.9, number("beta2") ?? 0.999) }
  fileprivate func size(_ name: String) throws -> Int { Int(try #require(number(name))) }
}

/// Follows an optimiser's steps on Σ a·p² + 0.1·Σ p⁴.
private func follow(
  _ testCase: Case, _ makeOptimiser: (Case, [Tensor]) -> any Optimiser
) throws {
  let inputs = Inputs(testCase)
  let (p, a) = try (inputs["p"], inputs["a"].detach())
  let optimiser = makeOptimiser(testCase, [p])
  for (step, expected) in try #require(testCase.trace).enumerated() {
    optimiser.zeroGrad()
    ((a * p * p).sum() + 0.1 * (p * p * p * p).sum()).backward()
    optimiser.step()
    expectClose(p, expected, 5e-5, "step \(step)")
  }
}

@Sendable private func checkSchedule(_ testCase: Case) throws {
  let lr = try #require(testCase.number("lr"))
  let schedules: [String: () throws -> Schedule] = [
    "step": {
      .step(lr, every: try testCase.size("size"), gamma: try #require(testCase.number("gamma")))
    },
    "cosine": {
      .cosine(lr, to: try #require(testCase.number("last")), over: try testCase.size("over"))
    },
    "linear": {
      .linear(lr, to: try #require(testCase.number("last")), over: try testCase.size("over"))
    },
    "one-cycle": { .oneCycle(lr, over: try testCase.size("over")) },
    "one-cycle with settings": {
      .oneCycle(
        lr, over: try testCase.size("over"), warmUp: try #require(testCase.number("warm_up")),
        divFactor: try #require(testCase.number("div_factor")),
        finalDivFactor: try #require(testCase.number("final_div_factor")))
    },
    "inverse square root": { .inverseSquareRoot(lr, warmUp: try testCase.size("warm_up")) },
    "warm-up and cosine": {
      .cosine(lr, over: try testCase.size("over")).afterWarmUp(over: try testCase.size("warm_up"))
    },
  ]
  let make = try #require(schedules[testCase.name])
  let schedule = try make()
  let expected = try #require(testCase.output).data
  for (step, rate) in expected.enumerated() {
    #expect(abs(schedule(step) - rate) <= 1e-9 * lr, "step \(step)")
  }
}

private func checkClipping(_ testCase: Case, _ clip: ([Tensor]) throws -> Void) throws {
  let inputs = try #require(testCase.inputs)
  let parameters = inputs.mapValues { gradient in
    let parameter = Tensor.zeros(gradient.shape, requiresGrad: true)
    parameter.grad = gradient.constant
    return parameter
  }
  try clip(Array(parameters.values))
  for (name, expected) in try #require(testCase.results) {
    expectClose(try #require(parameters[name]?.grad), expected, 1e-5, "\(name)")
  }
}

/// Compares the standard deviation or the bound of a drawn tensor with the expected one, within five
/// standard deviations of the estimate.
@Sendable private func checkInitialisers(_ testCase: Case) throws {
  let shape =
    try testCase.integers?["shape"]?.flat ?? [
      testCase.size("fan_out"), testCase.size("fan_in"),
    ]
  let normal: [String: Initialiser] = [
    "xavier_normal_std": .xavierNormal(), "kaiming_normal_relu_std": .kaimingNormal(),
    "kaiming_normal_relu_fan_out_std": .kaimingNormal(mode: .fanOut),
    "lecun_normal_std": .lecunNormal,
  ]
  let uniform: [String: Initialiser] = [
    "xavier_uniform_bound": .xavierUniform(), "kaiming_uniform_relu_bound": .kaimingUniform(),
  ]
  let gains: [String: any Activation] = [
    "gain_sigmoid": .sigmoid, "gain_tanh": .tanh, "gain_relu": .relu,
    "gain_leaky_relu_0.01": .leakyReLU,
  ]
  var generator = SeededGenerator(seed: 8)
  for name in testCase.attributes.keys.sorted() where !name.hasPrefix("fan_") {
    let expected = try #require(testCase.number(name))
    if let initialiser = normal[name] {
      let w = Tensor.zeros(shape).initialise(initialiser, using: &generator)
      let deviation = 1 / (2 * Double(w.count)).squareRoot()
      #expect(abs(w.statistics.meanSquare.squareRoot() / expected - 1) <= 5 * deviation, "\(name)")
    } else if let initialiser = uniform[name] {
      let w = Tensor.zeros(shape).initialise(initialiser, using: &generator)
      let greatest = try #require(w.values.map { abs(Double($0)) }.max())
      #expect(greatest <= expected * (1 + 1e-6), "\(name)")
      #expect(greatest >= expected * (1 - 10 / Double(w.count)), "\(name)")
    } else {
      let activation = try #require(gains[name], "nothing checks '\(name)'")
      #expect(abs(gain(for: activation) - expected) <= 1e-12, "\(name)")
    }
  }
}

@Sendable private func checkOrthogonal(_ testCase: Case) throws {
  let shape = try #require(testCase.integers?["shape"]).flat
  var generator = SeededGenerator(seed: 9)
  let w = Tensor.zeros(shape).initialise(
    .orthogonal(gain: try #require(testCase.number("gain"))), using: &generator)
  let gram = gram(w)
  let expected = try #require(testCase.output)
  expectClose(gram, expected, 1e-6, "the vectors' products")
}

/// The Gram matrix of the rows, or of the columns if they are fewer.
func gram(_ w: Tensor) -> Tensor {
  let (rows, columns) = (w.shape[0], w.shape.dropFirst().reduce(1, *))
  let (count, length) = (min(rows, columns), max(rows, columns))
  let numbers = w.values.map { Double($0) }
  let vectors = (0..<count).map { i in
    (0..<length).map { rows > columns ? numbers[$0 * columns + i] : numbers[i * columns + $0] }
  }
  let products = vectors.flatMap { a in
    vectors.map { b in Float(zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }) }
  }
  return Tensor(products, shape: [count, count])
}

@Sendable private func checkMeasures(_ testCase: Case) throws {
  let inputs = Inputs(testCase)
  let (a, b) = try (inputs["a"], inputs["b"])
  let found = try [
    "spectral_norm": a.spectralNorm(), "spectral_radius": inputs["square"].spectralRadius(),
    "cosine": cosineSimilarity(a, b), "mean_cosine": a.meanCosineBetweenRows(),
    "mean": a.statistics.mean, "variance": a.statistics.variance,
    "quantile_0.1": a.quantile(0.1), "median": a.median(),
  ]
  for (name, value) in found {
    let expected = try #require(testCase.number(name))
    // The radius is a limit, approximated to about one part in 2²⁴.
    let tolerance = name == "spectral_radius" ? 1e-6 : 1e-9
    #expect(abs(value - expected) <= tolerance, "\(name)")
  }
  let counts = a.histogram(bins: 6, in: -1...1.5).counts.map { Double($0) }
  #expect(counts == testCase.output?.data)
}
