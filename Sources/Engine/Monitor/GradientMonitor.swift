/// Reads how large every parameter's gradient is, step by step, and judges it.
///
///     let monitor = GradientMonitor(network)
///     for batch in digits.training.batches(of: 64, steps: 300, using: &generator) {
///       optimiser.zeroGrad()
///       crossEntropy(monitor.watch(network, on: batch.x), batch.y).backward()
///       monitor.record()
///       monitor.measureUpdates { optimiser.step() }
///     }
///     print(monitor)
///
/// Norms are L2 norms, summed in double: a float32 sum of squares is 0 below 10⁻²³ and ∞ above 10¹⁹.
/// ``record()`` costs a small share of a step; ``measureUpdates(_:)`` copies all parameters and costs
/// about as much as the optimiser. The monitor keeps all that it has recorded, 8 bytes a norm.
public final class GradientMonitor {
  /// Between which norms a gradient counts as healthy; may be changed at any time.
  public var thresholds: Thresholds

  /// Where a gradient was first not finite, if any was.
  public private(set) var fault: Fault?

  /// ‖Δw‖/‖w‖ of every parameter, as ``measureUpdates(_:)`` last found it, where w is the parameter
  /// before the step; ∞ for one that was all zeros, and NaN if it also stayed so.
  public private(set) var updates: [Double] = []

  let tensors: [Tensor]
  private(set) var parameters: History
  private(set) var activations = History()
  /// What was watched in the latest pass that was recorded.
  private(set) var watched: [Watched] = []
  /// What has been watched since.
  private var pending: [Watched] = []

  /// A monitor of a network's parameters.
  public convenience init(_ network: any Module, thresholds: Thresholds = Thresholds()) {
    self.init(network.namedParameters, thresholds: thresholds)
  }

  /// A monitor of parameters that stand in no module; traps when there are none.
  public init(
    _ parameters: [(name: String, tensor: Tensor)], thresholds: Thresholds = Thresholds()
  ) {
    require(!parameters.isEmpty, "GradientMonitor: there are no parameters")
    tensors = parameters.map(\.tensor)
    self.thresholds = thresholds
    self.parameters = History(parameters.map(\.name))
  }

  /// Reads all gradients: once a step, between `backward` and the optimiser's step.
  ///
  /// A tensor without a gradient has the norm 0. A step at which nothing was watched adds nothing to the
  /// activations' norms. Traps when other names are watched than before.
  public func record() {
    let norms = tensors.map(\.gradientNorm)
    parameters.append(norms)
    if fault == nil, let place = norms.firstIndex(where: { !$0.isFinite }) {
      fault = Fault(
        name: names[place], step: steps, verdict: thresholds.verdict(norms[place]))
    }
    recordActivations()
  }

  private func recordActivations() {
    guard !pending.isEmpty else { return }
    watched = pending
    pending = []
    let names = watched.map(\.name)
    if activations.steps == 0 { activations = History(names) }
    require(
      activations.names == names,
      "GradientMonitor: watching \(names) after \(activations.names)")
    activations.append(watched.map(\.tensor.gradientNorm))
  }

  /// Lets `step` change the parameters and finds by how much it did: see ``updates``.
  ///
  /// Of ordinary training about 10⁻³; far less is standing still, far more is noise.
  public func measureUpdates(_ step: () -> Void) {
    let before = tensors.map { Storage(copying: $0.storage) }
    step()
    updates = zip(tensors, before).map { tensor, before in
      let size = sumOfSquares(before.pointer, before.count).squareRoot()
      let (w, difference) = (tensor.data, before.pointer)
      write(difference, before.count) { w[$0] - difference[$0] }
      return sumOfSquares(difference, before.count).squareRoot() / size
    }
  }

  /// Has the gradient of an intermediate value kept and recorded under `name`, and gives the value back.
  ///
  /// `range` is where the activation that made it saturates, if it does: −1...1 for tanh. Watching the
  /// first name again begins a new pass; only the latest counts.
  @discardableResult
  public func watch(
    _ activation: Tensor, as name: String, saturatingAt range: ClosedRange<Double>? = nil
  ) -> Tensor {
    watch(Watched(name: name, tensor: activation, range: range))
    return activation
  }

  func watch(_ item: Watched) {
    if pending.first?.name == item.name { pending = [] }
    item.tensor.retainGrad()
    pending.append(item)
  }
}

/// The first gradient that was not finite.
public struct Fault: Equatable, Sendable, CustomStringConvertible {
  /// The parameter's name.
  public let name: String
  /// The step, the first of which is 1.
  public let step: Int
  /// Whether it was infinite or not a number.
  public let verdict: Verdict

  /// `the gradient of 2.weight is not a number at step 4`.
  public var description: String {
    "the gradient of \(name) is \(verdict.rawValue) at step \(step)"
  }
}

/// A value on the way from a network's input to its loss.
struct Watched {
  let name: String
  let tensor: Tensor
  let range: ClosedRange<Double>?
  /// What kind of layer made it, if that is known.
  var kind: (any Module.Type)?
}

extension Tensor {
  fileprivate var gradientNorm: Double {
    gradient.map { sumOfSquares($0.pointer, $0.count).squareRoot() } ?? 0
  }
}
