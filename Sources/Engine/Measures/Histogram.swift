/// The counts of a tensor's numbers in bins of equal width.
public struct Histogram: Equatable, Sendable {
  /// The range that the bins cover.
  public let range: ClosedRange<Double>
  /// The count of each bin.
  ///
  /// A number on the edge of two bins belongs to the upper one, a number at the range's end to the last.
  public let counts: [Int]
  /// The count of numbers that are outside the range or NaN.
  public let outside: Int

  /// The edges of the bins: one more than there are bins.
  public var edges: [Double] {
    (0...counts.count).map { range.lowerBound + width * Double($0) }
  }

  /// The middle of every bin.
  public var centres: [Double] { edges.dropLast().map { $0 + width / 2 } }

  /// The probability density of each bin, count/(total · width), where the total includes the numbers
  /// outside: comparable between histograms with different bins or counts.
  public var densities: [Double] {
    let total = Double(counts.reduce(outside, +))
    return counts.map { Double($0) / total / width }
  }

  private var width: Double { (range.upperBound - range.lowerBound) / Double(counts.count) }
}

extension Tensor {
  /// Counts all numbers in `bins` bins of equal width over `range`.
  ///
  /// Traps when `bins` is not positive or when the range is empty or infinite.
  public func histogram(bins: Int, in range: ClosedRange<Double>) -> Histogram {
    let width = range.upperBound - range.lowerBound
    require(bins > 0, "histogram: the number of bins must be positive, not \(bins)")
    require(width > 0 && width.isFinite, "histogram: range \(range) is empty or infinite")
    let edges = Histogram(range: range, counts: Array(repeating: 0, count: bins), outside: 0).edges
    var (counts, outside) = ([Int](repeating: 0, count: bins), 0)
    for x in doubles {
      if range.contains(x) {
        var bin = min(Int((x - range.lowerBound) / width * Double(bins)), bins - 1)
        // Rounding can have crossed the edge of a bin.
        if x < edges[bin] { bin -= 1 } else if bin + 1 < bins && x >= edges[bin + 1] { bin += 1 }
        counts[bin] += 1
      } else {
        outside += 1
      }
    }
    return Histogram(range: range, counts: counts, outside: outside)
  }
}
