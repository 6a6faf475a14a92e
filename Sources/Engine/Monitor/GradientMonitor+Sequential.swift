extension GradientMonitor {
  /// Runs `network` on `x` and watches the output of each of its layers; a layer and the activation after
  /// it count as one.
  ///
  /// The name of a value is the index of the layer that produced it, as in parameter names: `1`.
  public func watch(_ network: Sequential, on x: Tensor) -> Tensor {
    var value = x
    for (index, layer) in network.layers.enumerated() {
      value = layer(value)
      let next = index + 1 < network.layers.count ? network.layers[index + 1] : nil
      if value.requiresGrad, !(next is any Activation) {
        watch(
          Watched(
            name: String(index), tensor: value, range: layer.saturation, kind: type(of: layer)))
      }
    }
    return value
  }
}

extension Module {
  /// The range at whose ends this activation saturates, if it does.
  fileprivate var saturation: ClosedRange<Double>? {
    switch self {
    case is Tanh: -1...1
    case is Sigmoid: 0...1
    default: nil
    }
  }
}
