/// The counts of equal bins, above a line of the vertical axis.
public struct Ridge: Codable, Equatable, Sendable {
  /// The line from which it rises.
  public var y: Datum
  /// Where the first bin begins.
  public var start: Double
  /// Where the last bin ends.
  public var end: Double
  /// How many values lie in each bin.
  public var counts: [Double]
  /// How many values lie in no bin.
  public var outside = Outside()

  /// How many values lie in no bin, by the reason.
  public struct Outside: Codable, Equatable, Sendable {
    /// Finite values outside the range.
    public var finite = 0
    /// Values that are ∞.
    public var infinite = 0
    /// Values that are −∞.
    public var negativelyInfinite = 0
    /// Values that are NaN.
    public var notANumber = 0
  }

  /// Counts values; one at the edge of two bins belongs to the upper bin, one at the range's upper
  /// end to the last.
  public init(
    at y: Datum, of values: some Sequence<some BinaryFloatingPoint>, bins: Int,
    over range: ClosedRange<Double>?
  ) {
    let numbers = values.map(decimal)
    let finites = numbers.filter(\.isFinite)
    let domain = range.flatMap(finite) ?? wide(finites.min() ?? 0, finites.max() ?? 0)
    self.y = y
    start = domain.lowerBound
    end = domain.upperBound
    counts = [Double](repeating: 0, count: min(max(1, bins), 1_000_000))
    let edges = (0...counts.count).map(edge)
    for number in numbers {
      if domain.contains(number) {
        counts[bin(of: number, edges)] += 1
      } else {
        note(number)
      }
    }
  }

  private mutating func note(_ number: Double) {
    if number.isNaN {
      outside.notANumber += 1
    } else if number.isFinite {
      outside.finite += 1
    } else if number < 0 {
      outside.negativelyInfinite += 1
    } else {
      outside.infinite += 1
    }
  }

  /// The bin of a number inside the range: a guess by its share, then whatever the edges say.
  private func bin(of number: Double, _ edges: [Double]) -> Int {
    let width = end / 2 - start / 2
    let share = width > 0 ? (number / 2 - start / 2) / width : 0
    var bin = min(max(Int(share * Double(counts.count)), 0), counts.count - 1)
    while bin > 0, number < edges[bin] { bin -= 1 }
    while bin + 1 < counts.count, number >= edges[bin + 1] { bin += 1 }
    return bin
  }
}

extension Ridge {
  /// Where the nth bin begins.
  package func edge(_ bin: Int) -> Double { place(bin, of: counts.count, from: start, to: end) }

  /// How many values it was made of.
  package var total: Int {
    Int(counts.reduce(0, +)) + outside.finite + outside.infinite + outside.negativelyInfinite
      + outside.notANumber
  }
}

/// The number as it is written: 0.1 stays 0.1, also where it is a `Float`.
private func decimal(_ value: some BinaryFloatingPoint) -> Double {
  guard let float = value as? Float else { return Double(value) }
  return Double(float.description) ?? Double(float)
}

private func finite(_ range: ClosedRange<Double>) -> ClosedRange<Double>? {
  range.lowerBound.isFinite && range.upperBound.isFinite ? range : nil
}

/// A range that is not empty.
private func wide(_ low: Double, _ high: Double) -> ClosedRange<Double> {
  guard low == high else { return low...high }
  let reach = max(low.magnitude / 2, 0.5)
  return max(low - reach, -.greatestFiniteMagnitude)...min(high + reach, .greatestFiniteMagnitude)
}
