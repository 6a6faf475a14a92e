/// The counts of bins of equal width, drawn above a line of the vertical axis.
public struct Ridge: Codable, Equatable, Sendable {
  /// The value of the vertical axis at which the ridge has its base.
  public var y: Datum
  /// The lower edge of the first bin.
  public var start: Double
  /// The upper edge of the last bin.
  public var end: Double
  /// The number of values in each bin.
  public var counts: [Double]
  /// The numbers of values outside all bins.
  public var outside = Outside()

  /// The numbers of values outside all bins, by reason.
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

  /// Counts values; a value at the edge of two bins belongs to the upper bin, a value at the
  /// range's upper end to the last bin.
  ///
  /// Without a finite range, the bins cover all finite values.
  public init(
    at y: Datum, of values: some Sequence<some BinaryFloatingPoint>, bins: Int,
    over range: ClosedRange<Double>?
  ) {
    let numbers = values.map(decimal)
    let finites = numbers.filter(\.isFinite)
    let domain = range.flatMap(finite) ?? nonEmptyRange(finites.min() ?? 0, finites.max() ?? 0)
    self.y = y
    start = domain.lowerBound
    end = domain.upperBound
    counts = [Double](repeating: 0, count: min(max(1, bins), 1_000_000))
    let edges = (0...counts.count).map(edge)
    for number in numbers {
      if domain.contains(number) {
        counts[bin(of: number, edges)] += 1
      } else {
        countOutside(number)
      }
    }
  }

  private mutating func countOutside(_ number: Double) {
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

  /// The bin of a number inside the range: an estimate by interpolation, corrected by the edges.
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
  /// The lower edge of a bin, counted from 0.
  package func edge(_ bin: Int) -> Double {
    subdivision(bin, of: counts.count, from: start, to: end)
  }

  /// The number of all values, inside and outside the bins.
  package var total: Int {
    Int(counts.reduce(0, +)) + outside.finite + outside.infinite + outside.negativelyInfinite
      + outside.notANumber
  }
}

/// The number with the same shortest decimal form: the `Float` 0.1 becomes the `Double` 0.1.
private func decimal(_ value: some BinaryFloatingPoint) -> Double {
  guard let float = value as? Float else { return Double(value) }
  return Double(float.description) ?? Double(float)
}

private func finite(_ range: ClosedRange<Double>) -> ClosedRange<Double>? {
  range.lowerBound.isFinite && range.upperBound.isFinite ? range : nil
}

/// The range between two numbers, widened if they are equal.
private func nonEmptyRange(_ low: Double, _ high: Double) -> ClosedRange<Double> {
  guard low == high else { return low...high }
  let reach = max(low.magnitude / 2, 0.5)
  return max(low - reach, -.greatestFiniteMagnitude)...min(high + reach, .greatestFiniteMagnitude)
}
