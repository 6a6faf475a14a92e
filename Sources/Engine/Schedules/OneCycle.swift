extension Schedule {
  /// A climb to `peak` and a longer fall to next to nothing, both along half a cosine.
  ///
  /// The climb takes the share `warmUp` of all `steps` and begins at `peak`/`divFactor`; the fall ends,
  /// at the last step, at that first rate divided by `finalDivFactor` (Smith and Topin,
  /// Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates, 2018, section
  /// 3, with PyTorch's settings).
  public static func oneCycle(
    _ peak: Double, over steps: Int, warmUp: Double = 0.3, divFactor: Double = 25,
    finalDivFactor: Double = 1e4
  ) -> Schedule {
    requireSound("Schedule.oneCycle", "learning rate", peak)
    requireSome("Schedule.oneCycle", steps)
    requireShare("Schedule.oneCycle", "warm-up", warmUp)
    require(
      divFactor > 0 && finalDivFactor > 0,
      "Schedule.oneCycle: divisors of \(divFactor) and \(finalDivFactor)")
    let first = peak / divFactor
    let last = first / finalDivFactor
    // Both ways end on a step: the climb's top may lie between two.
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
