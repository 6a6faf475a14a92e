extension Schedule {
  /// A rise to `peak` and a longer decay to almost 0, both along half a cosine.
  ///
  /// The rise takes the share `warmUp` of all `steps` and starts at `peak`/`divFactor`; the decay ends, at
  /// the last step, at that first rate divided by `finalDivFactor` (Smith and Topin, Super-Convergence:
  /// Very Fast Training of Neural Networks Using Large Learning Rates, 2018, section 3, with PyTorch's
  /// settings). Traps on a negative or infinite peak, unless `steps` is positive, unless `warmUp` is in
  /// 0..<1, and unless both divisors are positive.
  public static func oneCycle(
    _ peak: Double, over steps: Int, warmUp: Double = 0.3, divFactor: Double = 25,
    finalDivFactor: Double = 1e4
  ) -> Schedule {
    requireNonNegative("Schedule.oneCycle", "learning rate", peak)
    requirePositive("Schedule.oneCycle", steps)
    requireFraction("Schedule.oneCycle", "warm-up", warmUp)
    require(
      divFactor > 0 && finalDivFactor > 0,
      "Schedule.oneCycle: the divisors \(divFactor) and \(finalDivFactor) must be positive")
    let first = peak / divFactor
    let last = first / finalDivFactor
    // The decay ends on a step; the top of the rise can lie between two steps.
    let (top, end) = (max(warmUp * Double(steps) - 1, 0), Double(steps - 1))
    return Schedule { step in
      let t = min(Double(step), end)
      return t < top
        ? mix(first, peak, cosineEase(t / top))
        : mix(peak, last, top < end ? cosineEase((t - top) / (end - top)) : 0)
    }
  }
}

private func mix(_ a: Double, _ b: Double, _ share: Double) -> Double {
  a * (1 - share) + b * share
}
