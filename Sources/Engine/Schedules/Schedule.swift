/// A learning rate for every step: a pure function of the step's number, the first of which is 0.
///
///     let rate = Schedule.linear(0.03, over: 120).afterWarmUp(over: 30)
///     for step in 0..<150 {
///       optimiser.lr = rate(step)
///       …
///     }
public struct Schedule: Sendable {
  private let rate: @Sendable (Int) -> Double

  /// A schedule given by any function of the step.
  public init(_ rate: @escaping @Sendable (_ step: Int) -> Double) { self.rate = rate }

  /// The learning rate at `step`; traps on a negative step.
  public func callAsFunction(_ step: Int) -> Double {
    require(step >= 0, "Schedule: step \(step) is negative")
    return rate(step)
  }

  /// The learning rates of the first `count` steps, for a figure.
  public func rates(_ count: Int) -> [Double] { (0..<count).map(callAsFunction) }

  /// The same rate at every step.
  ///
  /// Traps on a negative or infinite rate.
  public static func constant(_ lr: Double) -> Schedule {
    requireNonNegative("Schedule.constant", "learning rate", lr)
    return Schedule { _ in lr }
  }
}

extension Schedule {
  /// This schedule after a warm-up: during `steps` steps the rate rises linearly to this schedule's first
  /// rate, rate(0) · (t + 1)/steps, then the schedule runs from its own step 0.
  ///
  /// The last step of the warm-up has the full rate. Traps unless `steps` is positive.
  public func afterWarmUp(over steps: Int) -> Schedule {
    requirePositive("Schedule.afterWarmUp", steps)
    return Schedule { step in
      step < steps ? rate(0) * Double(step + 1) / Double(steps) : rate(step - steps)
    }
  }

  /// This schedule for `steps` steps, then `next` from its own step 0.
  ///
  /// Traps unless `steps` is positive.
  public func then(_ next: Schedule, after steps: Int) -> Schedule {
    requirePositive("Schedule.then", steps)
    return Schedule { $0 < steps ? rate($0) : next($0 - steps) }
  }

  /// This schedule with every rate multiplied by `factor`.
  ///
  /// Traps on a negative or infinite factor.
  public func scaled(by factor: Double) -> Schedule {
    requireNonNegative("Schedule.scaled", "factor", factor)
    return Schedule { rate($0) * factor }
  }
}

/// Traps with a message that names a schedule unless it lasts at least one step.
func requirePositive(_ name: String, _ steps: Int) {
  require(steps > 0, "\(name): the number of steps must be positive, not \(steps)")
}
