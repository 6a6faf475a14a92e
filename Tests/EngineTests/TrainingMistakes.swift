import Engine

/// Wrong uses of optimisers, schedules, measures and data, by their messages.
let trainingMistakes: [String: @Sendable () -> Void] = [
  "SGD: no parameters were given": { _ = SGD([], lr: 0.1) },
  "SGD: the learning rate is nan; it must be finite and not negative": {
    _ = SGD([weight()], lr: .nan)
  },
  "SGD: the learning rate is -1.0; it must be finite and not negative": {
    SGD([weight()], lr: 1).lr = -1
  },
  "SGD: the momentum is -0.5; it must be finite and not negative": {
    _ = SGD([weight()], lr: 0.1, momentum: -0.5)
  },
  "SGD: the weight decay is inf; it must be finite and not negative": {
    _ = SGD([weight()], lr: 0.1, weightDecay: .infinity)
  },
  "SGD: nesterov needs a momentum above 0": { _ = SGD([weight()], lr: 0.1, nesterov: true) },
  "SGD: a parameter must require a gradient and not be the result of an operation": {
    _ = SGD([.zeros([1])], lr: 0.1)
  },
  "Adagrad: no parameters were given": { _ = Adagrad([]) },
  "Adagrad: the learning rate is nan; it must be finite and not negative": {
    Adagrad([weight()]).lr = .nan
  },
  "Adagrad: the initial accumulator value is -1.0; it must be finite and not negative": {
    _ = Adagrad([weight()], initialAccumulatorValue: -1)
  },
  "RMSProp: no parameters were given": { _ = RMSProp([]) },
  "RMSProp: the learning rate is inf; it must be finite and not negative": {
    RMSProp([weight()]).lr = .infinity
  },
  "RMSProp: the smoothing constant alpha is 1.0, which is not in 0..<1": {
    _ = RMSProp([weight()], alpha: 1)
  },
  "Adam: no parameters were given": { _ = Adam([]) },
  "Adam: the learning rate is -0.1; it must be finite and not negative": {
    _ = Adam([weight()], lr: -0.1)
  },
  "Adam: the learning rate is nan; it must be finite and not negative": {
    Adam([weight()]).lr = .nan
  },
  "Adam: the second beta is nan, which is not in 0..<1": {
    _ = Adam([weight()], betas: (0.9, .nan))
  },
  "Adam: a parameter must require a gradient and not be the result of an operation": {
    _ = Adam([weight() * 2])
  },
  "AdamW: no parameters were given": { _ = AdamW([]) },
  "AdamW: the weight decay is -0.01; it must be finite and not negative": {
    _ = AdamW([weight()], weightDecay: -0.01)
  },
  "AdamW: the first beta is 1.0, which is not in 0..<1": {
    _ = AdamW([weight()], betas: (1, 0.999))
  },
  "Schedule: step -1 is negative": { _ = Schedule.constant(1)(-1) },
  "Schedule.cosine: the learning rate is nan; it must be finite and not negative": {
    _ = Schedule.cosine(.nan, over: 3)
  },
  "Schedule.linear: the number of steps must be positive, not 0": {
    _ = Schedule.linear(1, over: 0)
  },
  "Schedule.afterWarmUp: the number of steps must be positive, not 0": {
    _ = Schedule.constant(1).afterWarmUp(over: 0)
  },
  "Schedule.oneCycle: the divisors 0.0 and 10000.0 must be positive": {
    _ = Schedule.oneCycle(1, over: 9, divFactor: 0)
  },
  "clipGradNorm: no parameters were given": { clipGradNorm([], maxNorm: 1) },
  "clipGradNorm: maxNorm is nan; it must be at least 0": {
    clipGradNorm([weight()], maxNorm: .nan)
  },
  "clipGradValue: clipValue is -1.0; it must be at least 0": {
    clipGradValue([weight()], clipValue: -1)
  },
  "xavierNormal: shape [5] has fewer than two dimensions, [outputs, inputs]": {
    draw([5], .xavierNormal())
  },
  "orthogonal: shape [] has fewer than two dimensions, [outputs, inputs]": {
    draw([], .orthogonal())
  },
  "normal: the standard deviation is -1.0; it must be finite and not negative": {
    draw([5], .normal(std: -1))
  },
  "initialise: this tensor of shape [1] is the result of an operation": {
    var generator = SeededGenerator(seed: 0)
    (weight() * 2).initialise(.normal(), using: &generator)
  },
  "accuracy: logits of shape [2, 3] for 1 targets": { _ = accuracy(.zeros([2, 3]), [1]) },
  "cosineSimilarity: shapes [[2]] and [[3]] differ": {
    _ = cosineSimilarity(.zeros([2]), .zeros([3]))
  },
  "meanCosineBetweenRows: shape [1, 4] has fewer than two rows": {
    _ = Tensor.zeros([1, 4]).meanCosineBetweenRows()
  },
  "spectralNorm: a tensor of shape [4] is not a matrix": {
    _ = Tensor.zeros([4]).spectralNorm()
  },
  "spectralRadius: a matrix of shape [2, 3] is not square": {
    _ = Tensor.zeros([2, 3]).spectralRadius()
  },
  "quantile: no values were given": { _ = quantile([], 0.5) },
  "quantile: q is 1.5, which is not in 0...1": { _ = quantile([1], 1.5) },
  "histogram: range 1.0...1.0 is empty or infinite": {
    _ = Tensor.zeros([2]).histogram(bins: 3, in: 1...1)
  },
  "deadShare: shape [2] has no dimension 1": { _ = Tensor.zeros([2]).deadShare(dim: 1) },
  "saturatedShare: shape [0] has no numbers": { _ = Tensor.zeros([0]).saturatedShare() },
  "GradientMonitor: no parameters were given": { _ = GradientMonitor([]) },
  "GradientMonitor: the watched names changed from [\"a\"] to [\"a\", \"b\"]": {
    let monitor = GradientMonitor([("w", weight())])
    monitor.watch(weight(), as: "a")
    monitor.record()
    monitor.watch(weight(), as: "a")
    monitor.watch(weight(), as: "b")
    monitor.record()
  },
  "GradientMonitor: no parameter is named 'v'; the names are [\"w\"]": {
    _ = GradientMonitor([("w", weight())]).norms(of: "v")
  },
  "Thresholds: 0 ≤ vanishing ≤ exploding does not hold for 1.0 and 0.5": {
    _ = Thresholds(vanishing: 1, exploding: 0.5)
  },
  "Examples: inputs of shape [3, 2] for 2 classes": {
    _ = Examples(x: .zeros([3, 2]), y: [0, 1])
  },
  "Examples: index 2 is out of range for 2 examples": {
    _ = Examples(x: .zeros([2]), y: [0, 1])[[0, 2]]
  },
  "batches: a batch size of 3 for 2 examples": {
    var generator = SeededGenerator(seed: 0)
    _ = Examples(x: .zeros([2]), y: [0, 1]).batches(of: 3, steps: 1, using: &generator)
  },
  "Digits: an image of shape [8, 9] does not hold 64 pixels": { _ = Digits(shape: [8, 9]) },
  "addingProblem: length 1 must be at least 2 and batch 4 not negative": {
    var generator = SeededGenerator(seed: 0)
    _ = addingProblem(length: 1, batch: 4, using: &generator)
  },
  "reverse: length 0 and symbols 10 must be positive, and batch 2 must not be negative": {
    var generator = SeededGenerator(seed: 0)
    _ = SymbolSequences.reverse(length: 0, batch: 2, using: &generator)
  },
]

private func weight() -> Tensor { .zeros([1], requiresGrad: true) }

private func draw(_ shape: [Int], _ initialiser: Initialiser) {
  var generator = SeededGenerator(seed: 0)
  Tensor.zeros(shape).initialise(initialiser, using: &generator)
}
