/// A learning rate for every step: a pure function of the step's number, the first of which is 0.
///
///     let rate = Schedule.linear(0.03, over: 120).afterWarmUp(over: 30)
///     for step in 0..<150 {
///       optimiser.lr = rate(step)
///       …
///     }
public struct Schedule: Sendable {
  private let rate: @Sendable (Int) -> Double

  /// A schedule by any function of the step.
  public init(_ rate: @escaping @Sendable (_ step: Int) -> Double) { self.rate = rate }

  /// The learning rate at `step`; traps on a negative step.
  public func callAsFunction(_ step: Int) -> Double {
    require(step >= 0, "Schedule: step \(step) comes before the first, which is 0")
    return rate(step)
  }

  /// The learning rates of the first `count` steps, for a figure.
  public func rates(_ count: Int) -> [Double] { (0..<count).map(callAsFunction) }

  /// The same rate at every step.
  public static func constant(_ lr: Double) -> Schedule {
    requireSound("Schedule.constant", "learning rate", lr)
    return Schedule { _ in lr }
  }
}

extension Schedule {
  /// This schedule after a rise: during `steps` steps the rate climbs evenly to this schedule's first
  /// rate, then the schedule runs from its own step 0.
  ///
  /// The first rate is not 0 but one part in `steps`, and the last step of the rise has the full rate.
  public func afterWarmUp(over steps: Int) -> Schedule {
    requireSome("Schedule.afterWarmUp", steps)
    return Schedule { step in
      step < steps ? rate(0) * Double(step + 1) / Double(steps) : rate(step - steps)
    }
  }

  /// This schedule for `steps` steps, then `next` from its own step 0.
  public func then(_ next: Schedule, after steps: Int) -> Schedule {
    requireSome("Schedule.then", steps)
    return Schedule { $0 < steps ? rate($0) : next($0 - steps) }
  }

  /// This schedule with every rate multiplied by `factor`.
  public func scaled(by factor: Double) -> Schedule {
    requireSound("Schedule.scaled", "factor", factor)
    return Schedule { rate($0) * factor }
  }
}

/// Stops, in the name of a schedule, unless it lasts a step or more.
func requireSome(_ name: String, _ steps: Int) {
  require(steps > 0, "\(name): \(steps) steps are none")
}
