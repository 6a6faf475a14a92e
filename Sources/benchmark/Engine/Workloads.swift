import Engine

/// The engine's workloads by name: each creates its network and returns one training step of it.
///
/// All use float32, one thread and fixed inputs. A step consists of the forward pass, mean cross-entropy
/// over 10 classes, the backward pass, the L2 norm of every parameter's gradient, and a step of the
/// optimiser. W8 is a matrix product and both its gradients.
let workloads: [String: @Sendable () -> () -> Void] = [
  "W1": multilayerPerceptron, "W2": deepPerceptron, "W3": residualPerceptron,
  "W4": recurrentNetwork,
  "W5": longShortTermMemory, "W6": residualConvolutions, "W7": transformer, "W8": product,
]

/// 10 hidden layers of 64, tanh, SGD.
private func multilayerPerceptron() -> () -> Void {
  var generator = SeededGenerator(seed: 1)
  let hidden = (0..<10).flatMap { _ -> [any Module] in [Linear(64, 64, using: &generator), Tanh()] }
  let network = Sequential(hidden + [Linear(64, 10, using: &generator)])
  let x = Tensor.normal([32, 64], using: &generator)
  return training(network, x, optimiser: SGD(network.parameters, lr: 0.01))
}

/// 50 hidden layers of 256, ReLU, Adam.
private func deepPerceptron() -> () -> Void {
  var generator = SeededGenerator(seed: 2)
  let hidden = (0..<50).flatMap { layer -> [any Module] in
    [Linear(layer == 0 ? 64 : 256, 256, using: &generator), ReLU()]
  }
  let network = Sequential(hidden + [Linear(256, 10, using: &generator)])
  let x = Tensor.normal([128, 64], using: &generator)
  return training(network, x, optimiser: Adam(network.parameters, lr: 0.001))
}

/// 1,000 blocks x + W₂·relu(W₁·x) without biases, width 32, SGD.
private func residualPerceptron() -> () -> Void {
  var generator = SeededGenerator(seed: 3)
  let blocks = (0..<1000).map { _ -> any Module in
    Residual(
      Linear(32, 32, bias: false, using: &generator), .relu,
      Linear(32, 32, bias: false, using: &generator))
  }
  let network = Sequential(blocks + [Linear(32, 10, using: &generator)])
  let x = Tensor.normal([32, 32], using: &generator)
  return training(network, x, optimiser: SGD(network.parameters, lr: 1e-6))
}

/// A tanh RNN over 100 steps with a loss on the last state, clipping, SGD.
private func recurrentNetwork() -> () -> Void {
  var generator = SeededGenerator(seed: 4)
  let network = LastState(
    sequence: RNN(64, 64, using: &generator), head: Linear(64, 10, using: &generator))
  let x = Tensor.normal([100, 32, 64], using: &generator)
  return training(network, x, optimiser: SGD(network.parameters, lr: 0.01), maxNorm: 1)
}

/// An LSTM over 100 steps with a loss on the last state, clipping, Adam.
private func longShortTermMemory() -> () -> Void {
  var generator = SeededGenerator(seed: 5)
  let network = LastState(
    sequence: LSTM(64, 64, using: &generator), head: Linear(64, 10, using: &generator))
  let x = Tensor.normal([100, 32, 64], using: &generator)
  return training(network, x, optimiser: Adam(network.parameters, lr: 0.001), maxNorm: 1)
}

/// A stem and 25 residual blocks of two convolutions on 16 channels, images of 8×8, SGD with momentum.
private func residualConvolutions() -> () -> Void {
  var generator = SeededGenerator(seed: 6)
  func convolution(_ channels: Int) -> [any Module] {
    [
      Conv2d(channels, 16, kernel: 3, padding: 1, bias: false, using: &generator), BatchNorm2d(16),
    ]
  }
  let blocks = (0..<25).flatMap { _ -> [any Module] in
    [Residual(Sequential(convolution(16) + [ReLU()] + convolution(16))), ReLU()]
  }
  let network = Sequential(
    convolution(1) + [ReLU()] + blocks + [GlobalAvgPool2d(), Linear(16, 10, using: &generator)])
  let x = Tensor.normal([64, 1, 8, 8], using: &generator)
  return training(network, x, optimiser: SGD(network.parameters, lr: 0.01, momentum: 0.9))
}

/// A pre-norm transformer encoder of 6 layers over 64 symbols, mean pooling, Adam.
private func transformer() -> () -> Void {
  var generator = SeededGenerator(seed: 7)
  let network = Classifier(layers: 6, using: &generator)
  let ids = Tensor((0..<(16 * 64)).map { Float($0 * 37 % 256) }, shape: [16, 64])
  return training(network, ids, optimiser: Adam(network.parameters, lr: 0.001))
}

/// A product of two matrices of 1024×1024 and both its gradients.
private func product() -> () -> Void {
  var generator = SeededGenerator(seed: 8)
  let a = Tensor.normal([1024, 1024], using: &generator)
  let b = Tensor.normal([1024, 1024], using: &generator)
  let slope = Tensor.ones([1024, 1024])
  for operand in [a, b] { operand.requiresGrad = true }
  return {
    a.grad = nil
    b.grad = nil
    a.matmul(b).backward(gradient: slope)
  }
}

/// One training step on a fixed batch, with targets that cycle through the classes.
private func training(
  _ network: any Module, _ x: Tensor, optimiser: any Optimiser, maxNorm: Double? = nil
) -> () -> Void {
  let rows = noGrad { network(x) }.shape[0]
  let targets = (0..<rows).map { $0 % 10 }
  return {
    optimiser.zeroGrad()
    crossEntropy(network(x), targets).backward()
    for parameter in optimiser.parameters { _ = parameter.grad?.norm() }
    if let maxNorm { clipGradNorm(optimiser.parameters, maxNorm: maxNorm) }
    optimiser.step()
  }
}
