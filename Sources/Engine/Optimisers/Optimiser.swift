/// An algorithm that updates parameters by their gradients.
///
/// Code that compares several can hold them as `any Optimiser`:
///
///     let optimiser: any Optimiser = Adam(network.parameters, lr: 1e-3)
public protocol Optimiser: AnyObject {
  /// The learning rate; it can be changed between steps.
  var lr: Double { get set }

  /// The parameters that this optimiser updates, without repetitions.
  var parameters: [Tensor] { get }

  /// Updates every parameter that has a gradient.
  func step()
}

extension Optimiser {
  /// Resets the gradients of all parameters to nil, so that the next `backward` does not add to them.
  public func zeroGrad() {
    for parameter in parameters.reversed() { parameter.grad = nil }
  }
}

/// Traps with a message that names the optimiser on invalid parameters or an invalid learning rate.
func requireValid(_ name: String, _ parameters: [Tensor], lr: Double) {
  require(!parameters.isEmpty, "\(name): no parameters were given")
  require(
    parameters.allSatisfy { $0.isLeaf && $0.requiresGrad },
    "\(name): a parameter must require a gradient and not be the result of an operation")
  requireNonNegative(name, "learning rate", lr)
}

/// Traps with a message that names the caller on a setting that is negative, infinite or NaN.
func requireNonNegative(_ name: String, _ setting: String, _ value: Double) {
  require(
    value >= 0 && value.isFinite,
    "\(name): the \(setting) is \(value); it must be finite and not negative")
}

/// Traps with a message that names the caller on a setting that is not in 0..<1.
func requireFraction(_ name: String, _ setting: String, _ value: Double) {
  require((0..<1).contains(value), "\(name): the \(setting) is \(value), which is not in 0..<1")
}

/// The update of one parameter: its index among the parameters, its numbers and their gradient.
struct ParameterUpdate {
  let index: Int
  let count: Int
  let w: UnsafeMutablePointer<Float>
  let g: UnsafePointer<Float>

  /// Element `i` of the gradient with weight decay: g + λw, and g alone where λ is 0, even if w is
  /// infinite.
  @inline(__always)
  func slope(_ i: Int, decay: Float) -> Float { decay == 0 ? g[i] : g[i] + decay * w[i] }
}

extension Optimiser {
  /// Calls `body` for every parameter that has a gradient, from the last to the first, so that those that
  /// the next step uses first are still in the cache.
  @inline(__always)
  func forEachUpdate(_ body: (ParameterUpdate) -> Void) {
    for index in parameters.indices.reversed() {
      let parameter = parameters[index]
      guard let gradient = parameter.gradient else { continue }
      body(
        ParameterUpdate(
          index: index, count: parameter.count, w: parameter.storage.pointer,
          g: UnsafePointer(gradient.pointer)))
    }
  }
}
