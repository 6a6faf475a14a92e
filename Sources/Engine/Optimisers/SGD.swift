/// Stochastic gradient descent: w ← w − lr · g.
///
/// With weight decay λ, g = ∂L/∂w + λw. With momentum μ, v ← μv + g takes the place of g (Sutskever et
/// al., On the importance of initialization and momentum, ICML 2013, section 2, with lr outside v as
/// in PyTorch); with Nesterov's, g + μv.
public final class SGD: Optimiser {
  /// The parameters that it changes.
  public let parameters: [Tensor]

  /// The learning rate; it may be changed between steps, to one that is neither negative, infinite nor
  /// NaN.
  public var lr: Double { willSet { requireSound("SGD", parameters, lr: newValue) } }

  private let momentum: Float
  private let nesterov: Bool
  private let weightDecay: Float
  /// v of every parameter, once it has had a gradient.
  private var velocities: [Storage?]

  /// An optimiser of `parameters`.
  ///
  /// Traps when there are none, when one of them requires no gradient, on a rate, momentum or decay
  /// that is negative, infinite or NaN, and on Nesterov's momentum without momentum.
  public init(
    _ parameters: [Tensor], lr: Double, momentum: Double = 0, nesterov: Bool = false,
    weightDecay: Double = 0
  ) {
    requireSound("SGD", parameters, lr: lr)
    require(momentum >= 0 && momentum.isFinite, "SGD: a momentum of \(momentum)")
    require(weightDecay >= 0 && weightDecay.isFinite, "SGD: a weight decay of \(weightDecay)")
    require(!nesterov || momentum > 0, "SGD: Nesterov's momentum needs momentum")
    (self.parameters, self.lr, self.nesterov) = (parameters, lr, nesterov)
    (self.momentum, self.weightDecay) = (Float(momentum), Float(weightDecay))
    velocities = Array(repeating: nil, count: parameters.count)
  }

  /// Changes every parameter that has a gradient.
  public func step() {
    for (index, parameter) in parameters.enumerated() {
      guard let gradient = parameter.gradient else { continue }
      let (w, g) = (parameter.storage.pointer, gradient.pointer)
      let (lr, decay, momentum) = (Float(lr), weightDecay, momentum)
      guard momentum > 0 else {
        write(w, parameter.count) { w[$0] - lr * (g[$0] + decay * w[$0]) }
        continue
      }
      let v = velocity(index)
      write(v, parameter.count) { momentum * v[$0] + (g[$0] + decay * w[$0]) }
      if nesterov {
        write(w, parameter.count) {
          w[$0] - lr * (g[$0] + decay * w[$0] + momentum * v[$0])
        }
      } else {
        write(w, parameter.count) { w[$0] - lr * v[$0] }
      }
    }
  }

  /// The velocity of a parameter, at first 0.
  private func velocity(_ index: Int) -> UnsafeMutablePointer<Float> {
    if let known = velocities[index] { return known.pointer }
    let new = Storage(count: parameters[index].count)
    write(new.pointer, new.count) { _ in 0 }
    velocities[index] = new
    return new.pointer
  }
}
