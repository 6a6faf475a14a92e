/// What changes parameters by their gradients.
///
/// Lessons that compare some hold them as `any Optimiser`:
///
///     let optimiser: any Optimiser = Adam(network.parameters, lr: 1e-3)
public protocol Optimiser: AnyObject {
  /// The learning rate; it may be changed between steps.
  var lr: Double { get set }

  /// The parameters that it changes, each once.
  var parameters: [Tensor] { get }

  /// Changes every parameter that has a gradient.
  func step()
}

extension Optimiser {
  /// Forgets the gradients of all parameters, so that the next `backward` starts afresh.
  public func zeroGrad() {
    for parameter in parameters.reversed() { parameter.grad = nil }
  }
}

/// Stops, in the name of an optimiser, at what none can work with.
func requireSound(_ name: String, _ parameters: [Tensor], lr: Double) {
  require(!parameters.isEmpty, "\(name): there are no parameters")
  require(
    parameters.allSatisfy { $0.isLeaf && $0.requiresGrad },
    "\(name): a parameter must require a gradient, and no operation may have made it")
  requireSound(name, "learning rate", lr)
}

/// Stops, in the name of an optimiser, at a setting that is negative, infinite or NaN.
func requireSound(_ name: String, _ setting: String, _ value: Double) {
  require(value >= 0 && value.isFinite, "\(name): a \(setting) of \(value)")
}

/// Stops, in the name of an optimiser, at a share that does not lie in 0..<1.
func requireShare(_ name: String, _ setting: String, _ value: Double) {
  require((0..<1).contains(value), "\(name): a \(setting) of \(value), which is not in 0..<1")
}

/// A parameter whose turn it is: its place among the parameters, its numbers and their gradient.
struct Turn {
  let index: Int
  let count: Int
  let w: UnsafeMutablePointer<Float>
  let g: UnsafePointer<Float>

  /// Number `i` of the gradient with weight decay: g + λw, and g alone where λ is 0, though w be infinite.
  @inline(__always)
  func slope(_ i: Int, decay: Float) -> Float { decay == 0 ? g[i] : g[i] + decay * w[i] }
}

extension Optimiser {
  /// Calls `body` for every parameter that has a gradient, from the last to the first: those with which
  /// the next step begins are then still in the cache.
  @inline(__always)
  func eachTurn(_ body: (Turn) -> Void) {
    for index in parameters.indices.reversed() {
      let parameter = parameters[index]
      guard let gradient = parameter.gradient else { continue }
      body(
        Turn(
          index: index, count: parameter.count, w: parameter.storage.pointer,
          g: UnsafePointer(gradient.pointer)))
    }
  }
}
