/// Records the norm of every parameter's gradient at each step and classifies it.
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
/// about as much as the optimiser. The monitor stores all norms, 8 bytes each.
public final class GradientMonitor {
  /// The range of norms in which a gradient counts as healthy; can be changed at any time.
  public var thresholds: Thresholds

  /// The first gradient that was not finite, if any.
  public private(set) var fault: Fault?

  /// ‖Δw‖/‖w‖ of every parameter, as last measured by ``measureUpdates(_:)``, where w is the parameter
  /// before the step; ∞ for one that was all zeros, and NaN if it also remained so.
  public private(set) var updates: [Double] = []

  let tensors: [Tensor]
  private(set) var parameters: NormHistory
  private(set) var activations = NormHistory()
  /// The values watched in the latest recorded pass.
  private(set) var watched: [Watched] = []
  /// The values watched since then.
  private var pending: [Watched] = []

  /// A monitor of a network's parameters; traps on a network without parameters.
  public convenience init(_ network: any Module, thresholds: Thresholds = Thresholds()) {
    self.init(network.namedParameters, thresholds: thresholds)
  }

  /// A monitor of named parameters outside a module; traps on an empty list.
  public init(
    _ parameters: [(name: String, tensor: Tensor)], thresholds: Thresholds = Thresholds()
  ) {
    require(!parameters.isEmpty, "GradientMonitor: no parameters were given")
    tensors = parameters.map(\.tensor)
    self.thresholds = thresholds
    self.parameters = NormHistory(parameters.map(\.name))
  }

  /// Records the norms of all gradients; call it once per step, between `backward` and the optimiser's
  /// step.
  ///
  /// A tensor without a gradient has the norm 0. A step without watched values adds nothing to the
  /// activations' norms. Traps when the watched names differ from those of earlier steps.
  public func record() {
    let norms = tensors.map(\.gradientNorm)
    parameters.append(norms)
    if fault == nil, let index = norms.firstIndex(where: { !$0.isFinite }) {
      fault = Fault(
        name: names[index], step: steps, verdict: thresholds.verdict(norms[index]))
    }
    recordActivations()
  }

  private func recordActivations() {
    guard !pending.isEmpty else { return }
    watched = pending
    pending = []
    let names = watched.map(\.name)
    if activations.steps == 0 { activations = NormHistory(names) }
    require(
      activations.names == names,
      "GradientMonitor: the watched names changed from \(activations.names) to \(names)")
    activations.append(watched.map(\.tensor.gradientNorm))
  }

  /// Calls `step` to change the parameters and measures the change: see ``updates``.
  ///
  /// About 10⁻³ is usual in training; far less means no progress, far more means noise.
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

  /// Records the gradient of an intermediate value under `name`, and returns the value.
  ///
  /// `range` is the range at whose ends its activation saturates, if it does: −1...1 for tanh. Watching the
  /// first name again begins a new pass; only the latest pass is recorded.
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
  /// The step, counted from 1.
  public let step: Int
  /// Either ``Verdict/infinite`` or ``Verdict/notANumber``.
  public let verdict: Verdict

  /// `the gradient of 2.weight is not a number at step 4`.
  public var description: String {
    "the gradient of \(name) is \(verdict.rawValue) at step \(step)"
  }
}

/// A watched intermediate value of a network.
struct Watched {
  let name: String
  let tensor: Tensor
  let range: ClosedRange<Double>?
  /// The type of the layer that produced it, if known.
  var kind: (any Module.Type)?
}

extension Tensor {
  fileprivate var gradientNorm: Double {
    gradient.map { sumOfSquares($0.pointer, $0.count).squareRoot() } ?? 0
  }
}
