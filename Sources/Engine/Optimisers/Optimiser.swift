/// What changes parameters by their gradients.
public protocol Optimiser: AnyObject {
  /// The learning rate; it may be changed between steps.
  var lr: Double { get set }

  /// The parameters that it changes.
  var parameters: [Tensor] { get }

  /// Changes every parameter that has a gradient.
  func step()
}

extension Optimiser {
  /// Forgets the gradients of all parameters, so that the next `backward` starts afresh.
  public func zeroGrad() {
    for parameter in parameters { parameter.grad = nil }
  }
}

/// Stops, in the name of an optimiser, at what none can work with.
func requireSound(_ name: String, _ parameters: [Tensor], lr: Double) {
  require(!parameters.isEmpty, "\(name): there are no parameters")
  require(
    parameters.allSatisfy { $0.isLeaf && $0.requiresGrad },
    "\(name): a parameter must require a gradient, and no operation may have made it")
  require(lr >= 0 && lr.isFinite, "\(name): a learning rate of \(lr)")
}
