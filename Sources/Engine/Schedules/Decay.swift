import Glibc

extension Schedule {
  /// `lr`, multiplied by `gamma` after every `size` steps: lr · γ^⌊t/size⌋.
  public static func step(_ lr: Double, every size: Int, gamma: Double = 0.1) -> Schedule {
    requireSound("Schedule.step", "learning rate", lr)
    requireSound("Schedule.step", "gamma", gamma)
    requireSome("Schedule.step", size)
    return Schedule { lr * pow(gamma, Double($0 / size)) }
  }

  /// A straight line from `lr` to `last`, which is reached after `steps` steps and kept.
  public static func linear(_ lr: Double, to last: Double = 0, over steps: Int) -> Schedule {
    between("Schedule.linear", lr, last, over: steps) { $0 }
  }

  /// Half a cosine from `lr` to `last`, which is reached after `steps` steps and kept.
  ///
  /// last + ½(lr − last)(1 + cos(πt/steps)) (Loshchilov and Hutter, SGDR: Stochastic Gradient Descent
  /// with Warm Restarts, ICLR 2017, equation 5, without restarts).
  public static func cosine(_ lr: Double, to last: Double = 0, over steps: Int) -> Schedule {
    between("Schedule.cosine", lr, last, over: steps, cosineEase)
  }

  /// A climb to `peak` during the first steps, then a fall with the inverse root of the step.
  ///
  /// peak · min(t/w, √(w/t)) with w = `steps` and t counted from 1 (Vaswani et al., Attention Is All You
  /// Need, 2017, section 5.3, whose d^(−½) is in the peak here).
  public static func inverseSquareRoot(_ peak: Double, warmUp steps: Int) -> Schedule {
    requireSound("Schedule.inverseSquareRoot", "learning rate", peak)
    requireSome("Schedule.inverseSquareRoot", steps)
    let w = Double(steps)
    return Schedule { step in
      let t = Double(step + 1)
      return peak * min(t / w, (w / t).squareRoot())
    }
  }
}

/// A way from `first` to `last` in `steps` steps, of which `ease` says what share is done.
private func between(
  _ name: String, _ first: Double, _ last: Double, over steps: Int,
  _ ease: @escaping @Sendable (Double) -> Double
) -> Schedule {
  requireSound(name, "learning rate", first)
  requireSound(name, "last learning rate", last)
  requireSome(name, steps)
  return Schedule { step in
    let done = ease(min(Double(step) / Double(steps), 1))
    return first * (1 - done) + last * done
  }
}

/// The share of the way that half a cosine has gone after the share `x` of the time.
func cosineEase(_ x: Double) -> Double { (1 - cos(.pi * x)) / 2 }
