import Engine
import Testing

@Suite struct MonitorTests {
  private func network(_ std: Double = 0.5) -> Sequential {
    var generator = SeededGenerator(seed: 1)
    return Sequential(
      Linear(4, 8, init: .normal(std: std), using: &generator), .tanh,
      Linear(8, 8, init: .normal(std: std), using: &generator), .relu,
      Linear(8, 3, init: .normal(std: std), using: &generator))
  }

  private var x: Tensor {
    var generator = SeededGenerator(seed: 2)
    return .normal([5, 4], using: &generator)
  }

  private let targets = [0, 1, 2, 0, 1]

  @Test func normsAreThoseOfTheGradients() throws {
    let network = network()
    let monitor = GradientMonitor(network)
    for _ in 0..<3 {
      crossEntropy(network(x), targets).backward()
      monitor.record()
    }
    let norms = network.parameters.map { $0.grad?.norm() }
    #expect(monitor.norms == norms)
    #expect(monitor.names == network.namedParameters.map(\.name))
    #expect(monitor.steps == 3)
    let history = monitor.norms(of: "2.weight")
    #expect(history.count == 3 && history[2] == norms[2])
    // Gradients accumulate, since they are not reset.
    #expect(abs(history[2] / history[0] - 3) <= 1e-6)
    #expect(monitor.ratio == monitor.norms[0] / monitor.norms[4])
  }

  /// The sums of squares would be 0 or ∞ in float32.
  @Test func extremeNormsAreComputed() {
    let parameters = [("small", 1e-30), ("large", 1e30)].map { name, size in
      let parameter = Tensor.zeros([3, 3], requiresGrad: true)
      parameter.grad = .full([3, 3], Float(size))
      return (name: name, tensor: parameter)
    }
    let monitor = GradientMonitor(parameters)
    monitor.record()
    #expect(abs(monitor.norms[0] / 3e-30 - 1) <= 1e-6)
    #expect(abs(monitor.norms[1] / 3e30 - 1) <= 1e-6)
    #expect(monitor.verdicts == [.vanishing, .exploding])
    #expect(monitor.fault == nil)
  }

  @Test(arguments: [
    (0.0, Verdict.vanishing), (0.9e-5, .vanishing), (1e-5, .healthy), (100, .healthy),
    (101, .exploding), (.infinity, .infinite), (.nan, .notANumber),
  ])
  func thresholdsDetermineTheVerdict(_ norm: Double, _ verdict: Verdict) {
    #expect(Thresholds().verdict(norm) == verdict)
  }

  @Test func thresholdsCanBeChanged() {
    let parameter = Tensor.zeros([1], requiresGrad: true)
    parameter.grad = Tensor([0.5])
    let monitor = GradientMonitor([("w", parameter)])
    monitor.record()
    #expect(monitor.verdict == .healthy)
    monitor.thresholds.vanishing = 0.6
    #expect(monitor.verdict == .vanishing)
    monitor.thresholds = Thresholds(vanishing: 0, exploding: 0.4)
    #expect(monitor.verdict == .exploding)
  }

  @Test(arguments: [(Float.nan, Verdict.notANumber), (.infinity, .infinite)])
  func theFirstFaultIsNamed(_ number: Float, _ verdict: Verdict) {
    let good = Tensor.zeros([20], requiresGrad: true)
    let bad = Tensor.zeros([20], requiresGrad: true)
    let monitor = GradientMonitor([("good", good), ("bad", bad)])
    for step in 1...6 {
      good.grad = .full([20], step >= 5 ? .nan : 1)
      var numbers = [Float](repeating: 1, count: 20)
      if step >= 4 { numbers[17] = number }
      bad.grad = Tensor(numbers)
      monitor.record()
      if step == 3 { #expect(monitor.fault == nil) }
    }
    #expect(monitor.fault?.name == "bad" && monitor.fault?.step == 4)
    #expect(monitor.fault?.verdict == verdict)
    #expect(
      monitor.description.hasPrefix(
        "Step 6: the gradient of bad is \(verdict.rawValue) at step 4\n"))
  }

  @Test func aMissingGradientHasNormZero() {
    let monitor = GradientMonitor([("w", .zeros([2], requiresGrad: true))])
    monitor.record()
    #expect(monitor.norms == [0] && monitor.verdict == .vanishing)
  }

  @Test func activationsAreWatched() throws {
    let network = network()
    let monitor = GradientMonitor(network)
    let y = monitor.watch(network, on: x)
    #expect(y.values == network(x).values)
    crossEntropy(y, targets).backward()
    monitor.record()
    #expect(monitor.activationNames == ["1", "3", "4"])
    // ∂L/∂(ReLU's outputs), computed from the output's gradient and the last layer's weights.
    let output = try #require(y.grad)
    let weight = try #require(network.namedParameters.last { $0.name == "4.weight" }).tensor
    let relu = output.matmul(weight.detach())
    #expect(abs(monitor.activationNorms[1] / relu.norm() - 1) <= 1e-5)
    #expect(abs(monitor.activationNorms[2] / output.norm() - 1) <= 1e-6)
    #expect(monitor.activationRatio == monitor.activationNorms[0] / monitor.activationNorms[2])
    #expect(monitor.activationNorms(of: "3") == [monitor.activationNorms[1]])
  }

  @Test func evaluationIsNotWatched() {
    let network = network()
    let monitor = GradientMonitor(network)
    for _ in 0..<2 {
      _ = noGrad { monitor.watch(network, on: .ones([2, 4])) }
      crossEntropy(monitor.watch(network, on: x), targets).backward()
      _ = noGrad { monitor.watch(network, on: .ones([2, 4])) }
      monitor.record()
    }
    #expect(monitor.activationNorms(of: "1").count == 2)
    #expect(monitor.activationNorms.allSatisfy { $0 > 0 })
  }

  @Test func deadAndSaturatedUnitsAreCounted() {
    let monitor = GradientMonitor(network())
    crossEntropy(monitor.watch(network(50), on: x), targets).backward()
    monitor.watch(Tensor([[0, 1, 0], [0, 0, 2]], requiresGrad: true).relu(), as: "by hand")
    monitor.record()
    let (dead, saturated) = (monitor.deadShares, monitor.saturatedShares)
    #expect(dead[0] == 0 && dead[3] == 1 / 3)
    #expect((saturated[0] ?? 0) > 0.9 && saturated[1] == nil && saturated[3] == nil)
  }

  @Test func updatesAreMeasuredAgainstTheWeights() {
    let (w, zero) = (Tensor([3, 4], requiresGrad: true), Tensor.zeros([1], requiresGrad: true))
    w.grad = Tensor([1, 0])
    zero.grad = Tensor([1])
    let monitor = GradientMonitor([("w", w), ("zero", zero)])
    let optimiser = SGD([w, zero], lr: 0.5)
    monitor.measureUpdates { optimiser.step() }
    #expect(w.values == [2.5, 4])
    #expect(abs(monitor.updates[0] - 0.1) <= 1e-7)
    #expect(monitor.updates[1] == .infinity)
  }

  @Test func theReportIsATable() {
    var generator = SeededGenerator(seed: 0)
    let network = Sequential(
      Linear(2, 1, bias: false, init: .constant(0.5), using: &generator), .relu,
      Linear(1, 2, bias: false, init: .constant(1e-6), using: &generator))
    let monitor = GradientMonitor(network)
    #expect(monitor.description == "No step has been recorded.")
    monitor.watch(network, on: Tensor([[4, 2]])).backward(gradient: Tensor([[1, 1]]))
    monitor.record()
    let optimiser = SGD(network.parameters, lr: 1000)
    monitor.measureUpdates { optimiser.step() }
    #expect(
      monitor.description == """
        Step 1: 1 of 2 vanishing

        parameter  shape   ‖∂L/∂w‖  ‖Δw‖/‖w‖
        0.weight     1×2  8.94e-06  1.26e-02  vanishing
        2.weight     2×1  4.24e+00  3.00e+09  healthy
        first weight / last weight: 2.11e-06

        value      ‖∂L/∂a‖  dead  saturated
        1 ReLU    2.00e-06    0%          –  vanishing
        2 Linear  1.41e+00    0%          –  healthy
        first / last: 1.41e-06
        """)
  }
}
