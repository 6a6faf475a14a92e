import Engine

/// Wrong use of what trains, measures and makes data, by the words that it stops with.
let trainingMistakes: [String: @Sendable () -> Void] = [
  "SGD: there are no parameters": { _ = SGD([], lr: 0.1) },
  "SGD: a learning rate of nan": { _ = SGD([weight()], lr: .nan) },
  "SGD: a learning rate of -1.0": { SGD([weight()], lr: 1).lr = -1 },
  "SGD: a momentum of -0.5": { _ = SGD([weight()], lr: 0.1, momentum: -0.5) },
  "SGD: a weight decay of inf": { _ = SGD([weight()], lr: 0.1, weightDecay: .infinity) },
  "SGD: Nesterov's momentum needs momentum": { _ = SGD([weight()], lr: 0.1, nesterov: true) },
  "SGD: a parameter must require a gradient, and no operation may have made it": {
    _ = SGD([.zeros([1])], lr: 0.1)
  },
  "Adagrad: there are no parameters": { _ = Adagrad([]) },
  "Adagrad: a learning rate of nan": { Adagrad([weight()]).lr = .nan },
  "Adagrad: a first sum of -1.0": { _ = Adagrad([weight()], initialAccumulatorValue: -1) },
  "RMSProp: there are no parameters": { _ = RMSProp([]) },
  "RMSProp: a learning rate of inf": { RMSProp([weight()]).lr = .infinity },
  "RMSProp: a smoothing alpha of 1.0, which is not in 0..<1": { _ = RMSProp([weight()], alpha: 1) },
  "Adam: there are no parameters": { _ = Adam([]) },
  "Adam: a learning rate of -0.1": { _ = Adam([weight()], lr: -0.1) },
  "Adam: a learning rate of nan": { Adam([weight()]).lr = .nan },
  "Adam: a second beta of nan, which is not in 0..<1": {
    _ = Adam([weight()], betas: (0.9, .nan))
  },
  "Adam: a parameter must require a gradient, and no operation may have made it": {
    _ = Adam([weight() * 2])
  },
  "AdamW: there are no parameters": { _ = AdamW([]) },
  "AdamW: a weight decay of -0.01": { _ = AdamW([weight()], weightDecay: -0.01) },
  "AdamW: a first beta of 1.0, which is not in 0..<1": {
    _ = AdamW([weight()], betas: (1, 0.999))
  },
  "Schedule: step -1 comes before the first, which is 0": { _ = Schedule.constant(1)(-1) },
  "Schedule.cosine: a learning rate of nan": { _ = Schedule.cosine(.nan, over: 3) },
  "Schedule.linear: 0 steps are none": { _ = Schedule.linear(1, over: 0) },
  "Schedule.afterWarmUp: 0 steps are none": { _ = Schedule.constant(1).afterWarmUp(over: 0) },
  "Schedule.oneCycle: divisors of 0.0 and 10000.0": {
    _ = Schedule.oneCycle(1, over: 9, divFactor: 0)
  },
  "clipGradNorm: there are no parameters": { clipGradNorm([], maxNorm: 1) },
  "clipGradNorm: a greatest norm of nan": { clipGradNorm([weight()], maxNorm: .nan) },
  "clipGradValue: a greatest value of -1.0": { clipGradValue([weight()], clipValue: -1) },
  "xavierNormal: shape [5] has fewer than two dimensions, [outputs, inputs]": {
    draw([5], .xavierNormal())
  },
  "orthogonal: shape [] has fewer than two dimensions, [outputs, inputs]": {
    draw([], .orthogonal())
  },
  "normal: a standard deviation of -1.0": { draw([5], .normal(std: -1)) },
  "initialise: an operation made this tensor of shape [1]": {
    var generator = SeededGenerator(seed: 0)
    (weight() * 2).initialise(.normal(), using: &generator)
  },
  "accuracy: logits of shape [2, 3] for 1 targets": { _ = accuracy(.zeros([2, 3]), [1]) },
  "cosineSimilarity: shapes [[2]] and [[3]] differ": {
    _ = cosineSimilarity(.zeros([2]), .zeros([3]))
  },
  "meanCosineBetweenRows: shape [1, 4] has no two rows": {
    _ = Tensor.zeros([1, 4]).meanCosineBetweenRows()
  },
  "spectralNorm: a tensor of shape [4] is no matrix": { _ = Tensor.zeros([4]).spectralNorm() },
  "spectralRadius: a matrix of shape [2, 3] is not square": {
    _ = Tensor.zeros([2, 3]).spectralRadius()
  },
  "quantile: there are no values": { _ = quantile([], 0.5) },
  "quantile: a share of 1.5, which is not in 0...1": { _ = quantile([1], 1.5) },
  "histogram: a range of 1.0...1.0 has no width": {
    _ = Tensor.zeros([2]).histogram(bins: 3, in: 1...1)
  },
  "deadShare: shape [2] has no dimension 1": { _ = Tensor.zeros([2]).deadShare(dim: 1) },
  "saturatedShare: shape [0] has no number": { _ = Tensor.zeros([0]).saturatedShare() },
  "GradientMonitor: there are no parameters": { _ = GradientMonitor([]) },
  "GradientMonitor: watching [\"a\", \"b\"] after [\"a\"]": {
    let monitor = GradientMonitor([("w", weight())])
    monitor.watch(weight(), as: "a")
    monitor.record()
    monitor.watch(weight(), as: "a")
    monitor.watch(weight(), as: "b")
    monitor.record()
  },
  "GradientMonitor: no parameter is named 'v' among [\"w\"]": {
    _ = GradientMonitor([("w", weight())]).norms(of: "v")
  },
  "Thresholds: vanishing below 1.0, exploding above 0.5": {
    _ = Thresholds(vanishing: 1, exploding: 0.5)
  },
  "Examples: inputs of shape [3, 2] with 2 classes": {
    _ = Examples(x: .zeros([3, 2]), y: [0, 1])
  },
  "Examples: example 2 of 2": { _ = Examples(x: .zeros([2]), y: [0, 1])[[0, 2]] },
  "batches: batches of 3 from 2 examples": {
    var generator = SeededGenerator(seed: 0)
    _ = Examples(x: .zeros([2]), y: [0, 1]).batches(of: 3, steps: 1, using: &generator)
  },
  "Digits: a picture of shape [8, 9] does not hold 64 pixels": { _ = Digits(shape: [8, 9]) },
  "addingProblem: 4 sequences of length 1": {
    var generator = SeededGenerator(seed: 0)
    _ = addingProblem(length: 1, batch: 4, using: &generator)
  },
  "reverse: 2 sequences of length 0 from 10 symbols": {
    var generator = SeededGenerator(seed: 0)
    _ = SymbolSequences.reverse(length: 0, batch: 2, using: &generator)
  },
]

private func weight() -> Tensor { .zeros([1], requiresGrad: true) }

private func draw(_ shape: [Int], _ initialiser: Initialiser) {
  var generator = SeededGenerator(seed: 0)
  Tensor.zeros(shape).initialise(initialiser, using: &generator)
}
