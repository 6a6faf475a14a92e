import Glibc

/// Chooses round numbers within a domain as ticks.
package enum Ticks {
  /// The finest row of multiples of 1, 2 or 5 times a power of ten with at most `count` ticks.
  ///
  /// Steps of 2.5 and 4 are used if their ticks are at both ends of the domain and those of the
  /// usual steps are not, or if the usual steps give fewer than three ticks. If `count` is at least
  /// two, so is the number of ticks.
  package static func linear(
    over domain: ClosedRange<Double>, atMost count: Int, wholeNumbers: Bool = false
  ) -> [Double] {
    let half = domain.upperBound / 2 - domain.lowerBound / 2
    guard half > 0, count > 0 else { return [domain.lowerBound] }
    let width = half / Double(count) * 2 / 1.0001
    func row(_ factors: TickStep.Factors) -> [Double] {
      var step = TickStep(atLeast: width, factors, wholeNumbers: wholeNumbers)
      while step.multiples(in: domain).count > count { step.advance(factors, wholeNumbers) }
      return step.multiples(in: domain).map(step.multiple)
    }
    let usual = row(.usual)
    if usual.count > 2, reaches(usual, domain) { return usual }
    let other = row(.quarters)
    if other.count > 2, meets(other, domain) { return other }
    if usual.count > 2 || count < 3 && usual.count == count { return usual }
    let rows = [usual, other, row(.any)]
    let best = rows.reduce([]) { $1.count > $0.count ? $1 : $0 }
    if best.count > 1 || count < 2 { return best }
    return twoTicks(in: domain, wholeNumbers)
      ?? (wholeNumbers ? best : [domain.lowerBound, domain.upperBound])
  }

  /// Powers of ten, or every second, fifth or tenth of them; other round numbers if these are too
  /// few.
  package static func log(over domain: ClosedRange<Double>, atMost count: Int) -> [Double] {
    let decades = log10(domain.lowerBound)...log10(domain.upperBound)
    let powers = linear(over: decades, atMost: count, wholeNumbers: true).map { pow(10, $0) }
    let span = decades.upperBound - decades.lowerBound
    guard span < 3 || powers.count < 2 else { return powers }
    let rows = [
      digits([1, 2, 5], in: domain), powers, digits([1, 3], in: domain),
      span < 1 ? linear(over: domain, atMost: count) : [], digits(Array(1...9), in: domain),
    ].filter { $0.count <= count }
    func reaches(_ row: [Double]) -> Bool {
      guard row.count > 2 else { return false }
      return max(row[0] / domain.lowerBound, domain.upperBound / row[row.count - 1])
        <= pow(10, 0.12 * span)
    }
    return rows.first(where: reaches) ?? rows.first { $0.count > 2 }
      ?? rows.first { $0.count > 1 } ?? linear(over: domain, atMost: count)
  }

  /// Zero, and powers of ten on both sides from the threshold on; other round numbers if these are
  /// too few.
  package static func symmetricLog(
    over domain: ClosedRange<Double>, threshold: Double, atMost count: Int
  ) -> [Double] {
    let largest = max(-domain.lowerBound, domain.upperBound)
    let first = log10(threshold).rounded()
    let decades = first...max(first, log10(max(largest, threshold)))
    func mirrored(_ magnitudes: [Double]) -> [Double] {
      (magnitudes.reversed().map { -$0 } + [0] + magnitudes).filter(domain.contains)
    }
    let powers = (1...max(1, count)).reversed().lazy.map { perSide in
      mirrored(linear(over: decades, atMost: perSide, wholeNumbers: true).map { pow(10, $0) })
    }.first { $0.count <= count }
    let magnitudes = threshold...max(min(threshold * 2, .greatestFiniteMagnitude), largest)
    let isShort = decades.upperBound - decades.lowerBound < 3
    let fine = isShort ? [[1, 2, 5], [1, 3]].map { mirrored(digits($0, in: magnitudes)) } : []
    let rows = ([powers ?? []] + fine).filter { $0.count <= count }
    return rows.first { $0.count > 2 } ?? rows.first { $0.count > 1 && $0.count == count }
      ?? linear(over: domain, atMost: count)
  }

  /// Whether a number has at most `count` significant digits.
  static func hasSignificantDigits(_ value: Double, atMost count: Int) -> Bool {
    guard value != 0 else { return true }
    let unit = pow(10, floor(log10(value.magnitude)) - Double(count - 1))
    return (value / unit - (value / unit).rounded()).magnitude < 1e-6
  }

  /// The multiples of powers of ten by the given digits.
  private static func digits(_ digits: [Int], in domain: ClosedRange<Double>) -> [Double] {
    let first = Int(log10(domain.lowerBound).rounded(.down))
    let last = Int(log10(domain.upperBound).rounded(.down))
    guard last - first <= 3 else { return [] }
    return (first...max(first, last)).flatMap { exponent in
      digits.map { TickStep(factor: $0, exponent: exponent).multiple(1) }
    }.filter(domain.contains)
  }

  /// Whether at most a quarter of a step of the domain lies beyond each end of a row.
  private static func reaches(_ row: [Double], _ domain: ClosedRange<Double>) -> Bool {
    gaps(row, domain).allSatisfy { $0 <= 0.25 }
  }

  private static func meets(_ row: [Double], _ domain: ClosedRange<Double>) -> Bool {
    gaps(row, domain).allSatisfy { $0 < 1e-6 }
  }

  /// The distances between the ends of the domain and those of a row, in steps.
  private static func gaps(_ row: [Double], _ domain: ClosedRange<Double>) -> [Double] {
    let step = row[1] - row[0]
    return [(row[0] - domain.lowerBound) / step, (domain.upperBound - row[row.count - 1]) / step]
  }

  /// Two round numbers, as far apart as possible; nil if the domain is too narrow.
  private static func twoTicks(in domain: ClosedRange<Double>, _ wholeNumbers: Bool) -> [Double]? {
    let half = domain.upperBound / 2 - domain.lowerBound / 2
    for divisor in [1.0, 2, 5, 10] {
      let step = TickStep(atLeast: half / divisor, .usual, wholeNumbers: wholeNumbers)
      let multiples = step.multiples(in: domain)
      if let first = multiples.first, let last = multiples.last, first < last {
        return [step.multiple(first), step.multiple(last)]
      }
    }
    return nil
  }
}
