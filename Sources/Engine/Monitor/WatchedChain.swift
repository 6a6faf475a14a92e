extension GradientMonitor {
  /// Runs `network` on `x` and watches what each of its layers makes, a layer and the activation after
  /// it counting as one.
  ///
  /// A value's name is the place of the layer that made it, as in the names of parameters: `1`.
  public func watch(_ network: Sequential, on x: Tensor) -> Tensor {
    var value = x
    for (place, layer) in network.layers.enumerated() {
      value = layer(value)
      let next = place + 1 < network.layers.count ? network.layers[place + 1] : nil
      if value.requiresGrad, !(next is any Activation) {
        watch(
          Watched(
            name: String(place), tensor: value, range: layer.saturation, kind: type(of: layer)))
      }
    }
    return value
  }
}

extension Module {
  /// Between which values this activation is caught, if it is.
  fileprivate var saturation: ClosedRange<Double>? {
    switch self {
    case is Tanh: -1...1
    case is Sigmoid: 0...1
    default: nil
    }
  }
}
