import Glibc

extension Schedule {
  /// `lr`, multiplied by `gamma` after every `size` steps: lr · γ^⌊t/size⌋.
  ///
  /// Traps on a negative or infinite setting and unless `size` is positive.
  public static func step(_ lr: Double, every size: Int, gamma: Double = 0.1) -> Schedule {
    requireNonNegative("Schedule.step", "learning rate", lr)
    requireNonNegative("Schedule.step", "gamma", gamma)
    requirePositive("Schedule.step", size)
    return Schedule { lr * pow(gamma, Double($0 / size)) }
  }

  /// Linear decay from `lr` to `last`, reached after `steps` steps and constant from then on: lr +
  /// (last − lr) · min(t/steps, 1).
  ///
  /// Traps on a negative or infinite rate and unless `steps` is positive.
  public static func linear(_ lr: Double, to last: Double = 0, over steps: Int) -> Schedule {
    between("Schedule.linear", lr, last, over: steps) { $0 }
  }

  /// Cosine decay from `lr` to `last`, reached after `steps` steps and constant from then on.
  ///
  /// last + ½(lr − last)(1 + cos(πt/steps)) (Loshchilov and Hutter, SGDR: Stochastic Gradient Descent
  /// with Warm Restarts, ICLR 2017, equation 5, without restarts). Traps on a negative or infinite rate
  /// and unless `steps` is positive.
  public static func cosine(_ lr: Double, to last: Double = 0, over steps: Int) -> Schedule {
    between("Schedule.cosine", lr, last, over: steps, cosineEase)
  }

  /// A linear rise to `peak` during the first `steps` steps, then decay with the inverse square root of
  /// the step.
  ///
  /// peak · min(t/w, √(w/t)) with w = `steps` and t counted from 1 (Vaswani et al., Attention Is All You
  /// Need, 2017, section 5.3, whose d^(−½) is part of the peak here). Traps on a negative or infinite peak
  /// and unless `steps` is positive.
  public static func inverseSquareRoot(_ peak: Double, warmUp steps: Int) -> Schedule {
    requireNonNegative("Schedule.inverseSquareRoot", "learning rate", peak)
    requirePositive("Schedule.inverseSquareRoot", steps)
    let w = Double(steps)
    return Schedule { step in
      let t = Double(step + 1)
      return peak * min(t / w, (w / t).squareRoot())
    }
  }
}

/// Interpolates from `first` to `last` in `steps` steps; `ease` maps the share of time to the share of the
/// distance.
private func between(
  _ name: String, _ first: Double, _ last: Double, over steps: Int,
  _ ease: @escaping @Sendable (Double) -> Double
) -> Schedule {
  requireNonNegative(name, "learning rate", first)
  requireNonNegative(name, "last learning rate", last)
  requirePositive(name, steps)
  return Schedule { step in
    let done = ease(min(Double(step) / Double(steps), 1))
    return first * (1 - done) + last * done
  }
}

/// Half a cosine as an easing function: (1 − cos πx)/2.
func cosineEase(_ x: Double) -> Double { (1 - cos(.pi * x)) / 2 }
