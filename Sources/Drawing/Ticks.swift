import Glibc

/// Round numbers within a domain.
package enum Ticks {
  /// The finest row of multiples of 1, 2 or 5 times a power of ten with at most `count` ticks.
  package static func linear(
    over domain: ClosedRange<Double>, atMost count: Int, wholeNumbers: Bool = false
  ) -> [Double] {
    let half = domain.upperBound / 2 - domain.lowerBound / 2
    guard half > 0, count > 0 else { return [domain.lowerBound] }
    var step = Step(atLeast: half / Double(count) * 2 / 1.0001, wholeNumbers: wholeNumbers)
    while step.multiples(in: domain).count > count { step.grow() }
    return step.multiples(in: domain).map(step.multiple)
  }

  /// Powers of ten, every second, fifth or tenth if need be; 1, 2 and 5 of each if they are few.
  package static func log(over domain: ClosedRange<Double>, atMost count: Int) -> [Double] {
    let decades = log10(domain.lowerBound)...log10(domain.upperBound)
    let powers = linear(over: decades, atMost: count, wholeNumbers: true).map { pow(10, $0) }
    guard decades.upperBound - decades.lowerBound < 3 else { return powers }
    let fine = oneTwoFive(in: domain)
    if 3...max(3, count) ~= fine.count { return fine }
    return powers.count > 1 ? powers : linear(over: domain, atMost: count)
  }

  /// Zero, and powers of ten on both sides from the threshold on.
  package static func symmetricLog(
    over domain: ClosedRange<Double>, threshold: Double, atMost count: Int
  ) -> [Double] {
    let greatest = max(-domain.lowerBound, domain.upperBound)
    let first = log10(threshold).rounded()
    let decades = first...max(first, log10(max(greatest, threshold)))
    for perSide in (1...max(1, count)).reversed() {
      let powers = linear(over: decades, atMost: perSide, wholeNumbers: true).map { pow(10, $0) }
      let all = powers.reversed().map { -$0 } + [0] + powers
      let shown = all.filter(domain.contains)
      if shown.count <= count { return shown }
    }
    return [0].filter(domain.contains)
  }

  private static func oneTwoFive(in domain: ClosedRange<Double>) -> [Double] {
    let first = Int(log10(domain.lowerBound).rounded(.down))
    return (first...first + 3).flatMap { exponent in
      [1, 2, 5].map { Step(factor: $0, exponent: exponent).multiple(1) }
    }.filter(domain.contains)
  }
}

/// 1, 2 or 5 times a power of ten.
struct Step {
  var factor: Int
  var exponent: Int

  init(factor: Int, exponent: Int) {
    self.factor = factor
    self.exponent = exponent
  }

  /// The smallest step that is not below a positive width.
  init(atLeast width: Double, wholeNumbers: Bool) {
    let width = max(width, .leastNormalMagnitude)
    let exponent = Int(log10(width).rounded(.down))
    self.init(factor: 1, exponent: exponent)
    while multiple(1) < width { grow() }
    if wholeNumbers, self.exponent < 0 { self.init(factor: 1, exponent: 0) }
  }

  mutating func grow() {
    switch factor {
    case 1: factor = 2
    case 2: factor = 5
    default: (factor, exponent) = (1, exponent + 1)
    }
  }

  /// Which multiples a domain holds, as far as integers count them; a rounding error at the
  /// domain's ends is forgiven.
  func multiples(in domain: ClosedRange<Double>) -> Range<Int> {
    let first = (domain.lowerBound / multiple(1) - 1e-9).rounded(.up)
    let last = (domain.upperBound / multiple(1) + 1e-9).rounded(.down)
    guard first <= last, max(-first, last) < 9e15 else { return 0..<0 }
    return Int(first)..<Int(last) + 1
  }

  /// The nearest multiples around a domain, as numbers of steps.
  func around(_ domain: ClosedRange<Double>) -> (Double, Double) {
    let low = (domain.lowerBound / multiple(1) + 1e-9).rounded(.down)
    return (low, (domain.upperBound / multiple(1) - 1e-9).rounded(.up))
  }

  /// The nth multiple, without the error that adding steps would gather.
  func multiple(_ n: Int) -> Double {
    exponent < 0 && exponent > -300
      ? Double(n * factor) / pow(10, Double(-exponent))
      : Double(n * factor) * pow(10, Double(exponent))
  }
}
