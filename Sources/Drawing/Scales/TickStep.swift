import Glibc

/// The distance of ticks: a small whole number times a power of ten.
struct TickStep {
  /// Which steps follow each other, as factors of a power of ten.
  enum Factors {
    /// 1, 2 and 5.
    case usual
    /// 2.5 and 4.
    case quarters
    /// 1.5, 3, 6 and 8 too.
    case any

    /// Ten times the factors, from 10 to below 100.
    var tenths: [Int] {
      switch self {
      case .usual: [10, 20, 50]
      case .quarters: [25, 40]
      case .any: [10, 15, 20, 25, 30, 40, 50, 60, 80]
      }
    }
  }

  let factor: Int
  let exponent: Int

  init(factor: Int, exponent: Int) {
    self.factor = factor
    self.exponent = exponent
  }

  /// The smallest step of a ladder that is not below a positive width.
  init(atLeast width: Double, _ factors: Factors = .usual, wholeNumbers: Bool) {
    let width = max(width, .leastNormalMagnitude)
    let exponent = Int(log10(width).rounded(.down)) - 1
    self.init(tenths: factors.tenths[0], exponent: exponent)
    while multiple(1) < width || wholeNumbers && !isWhole { advance(factors, false) }
  }

  /// Takes the next step of a ladder, or the next whole one.
  mutating func advance(_ factors: Factors = .usual, _ wholeNumbers: Bool = false) {
    repeat {
      let next = factors.tenths.first { $0 > tenths.factor }
      self =
        next.map { TickStep(tenths: $0, exponent: tenths.exponent) }
        ?? TickStep(tenths: factors.tenths[0], exponent: tenths.exponent + 1)
    } while wholeNumbers && !isWhole
  }

  /// A step with a factor from 10 to below 100, in lowest terms.
  private init(tenths: Int, exponent: Int) {
    self =
      tenths.isMultiple(of: 10)
      ? TickStep(factor: tenths / 10, exponent: exponent + 1)
      : TickStep(factor: tenths, exponent: exponent)
  }

  private var tenths: (factor: Int, exponent: Int) {
    factor < 10 ? (factor * 10, exponent - 1) : (factor, exponent)
  }

  private var isWhole: Bool { exponent >= 0 }

  /// Which multiples a domain holds, as far as integers count them; a rounding error at the
  /// domain's ends is forgiven.
  func multiples(in domain: ClosedRange<Double>) -> Range<Int> {
    let first = (domain.lowerBound / multiple(1) - 1e-9).rounded(.up)
    let last = (domain.upperBound / multiple(1) + 1e-9).rounded(.down)
    guard first <= last, max(-first, last) < 1e15 / Double(factor) else { return 0..<0 }
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
