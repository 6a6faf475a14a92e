import Glibc

/// The distance between ticks: a small whole number times a power of ten.
struct TickStep {
  /// The sets of factors of a power of ten that steps can have.
  enum Factors {
    /// 1, 2 and 5.
    case usual
    /// 2.5 and 4.
    case quarters
    /// 1, 1.5, 2, 2.5, 3, 4, 5, 6 and 8.
    case any

    /// The factors times ten, from 10 to below 100.
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

  /// Creates the smallest step with one of the factors that is at least `width`, which must be
  /// positive.
  init(atLeast width: Double, _ factors: Factors = .usual, wholeNumbers: Bool) {
    let width = max(width, .leastNormalMagnitude)
    let exponent = Int(log10(width).rounded(.down)) - 1
    self.init(tenths: factors.tenths[0], exponent: exponent)
    while multiple(1) < width || wholeNumbers && !isWhole { advance(factors, false) }
  }

  /// Advances to the next larger step, or to the next one that is a whole number.
  mutating func advance(_ factors: Factors = .usual, _ wholeNumbers: Bool = false) {
    repeat {
      let next = factors.tenths.first { $0 > tenths.factor }
      self =
        next.map { TickStep(tenths: $0, exponent: tenths.exponent) }
        ?? TickStep(tenths: factors.tenths[0], exponent: tenths.exponent + 1)
    } while wholeNumbers && !isWhole
  }

  /// Creates a step from a factor between 10 and 99, in lowest terms.
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

  /// The multiples inside a domain, with a tolerance for rounding errors at its ends; empty if they
  /// exceed the precision of integers.
  func multiples(in domain: ClosedRange<Double>) -> Range<Int> {
    let first = (domain.lowerBound / multiple(1) - 1e-9).rounded(.up)
    let last = (domain.upperBound / multiple(1) + 1e-9).rounded(.down)
    guard first <= last, max(-first, last) < 1e15 / Double(factor) else { return 0..<0 }
    return Int(first)..<Int(last) + 1
  }

  /// The multiples that enclose a domain, as numbers of steps.
  func around(_ domain: ClosedRange<Double>) -> (Double, Double) {
    let low = (domain.lowerBound / multiple(1) + 1e-9).rounded(.down)
    return (low, (domain.upperBound / multiple(1) - 1e-9).rounded(.up))
  }

  /// The nth multiple, computed without accumulating rounding errors.
  func multiple(_ n: Int) -> Double {
    exponent < 0 && exponent > -300
      ? Double(n * factor) / pow(10, Double(-exponent))
      : Double(n * factor) * pow(10, Double(exponent))
  }
}
