extension GradientMonitor {
  /// Runs `network` on `x` and watches what each of its layers makes, a layer and the activation after
  /// it counting as one.
  ///
  /// Names are the layer's place and kind: `1 Tanh`.
  public func watch(_ network: Sequential, on x: Tensor) -> Tensor {
    var value = x
    for (place, layer) in network.layers.enumerated() {
      value = layer(value)
      let next = place + 1 < network.layers.count ? network.layers[place + 1] : nil
      if value.requiresGrad, !(next is any Activation) {
        watch(value, as: "\(place) \(type(of: layer))", saturatingAt: layer.saturation)
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
