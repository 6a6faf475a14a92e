/// How many numbers fall into each of some equally wide bins.
public struct Histogram: Equatable, Sendable {
  /// From the first bin's beginning to the last one's end.
  public let range: ClosedRange<Double>
  /// How many numbers each bin holds.
  ///
  /// A number on the border of two bins belongs to the upper one, one at the range's end to the last.
  public let counts: [Int]
  /// How many numbers lie outside the range or are NaN.
  public let outside: Int

  /// Where bins begin and end: one more than there are bins.
  public var edges: [Double] {
    (0...counts.count).map { range.lowerBound + width * Double($0) }
  }

  /// The middle of every bin.
  public var centres: [Double] { edges.dropLast().map { $0 + width / 2 } }

  /// The share of all numbers, those outside too, for each bin and unit of width: the height at which
  /// histograms of other bins or counts compare.
  public var densities: [Double] {
    let total = Double(counts.reduce(outside, +))
    return counts.map { Double($0) / total / width }
  }

  private var width: Double { (range.upperBound - range.lowerBound) / Double(counts.count) }
}

extension Tensor {
  /// Counts all numbers in `bins` equally wide bins over `range`.
  ///
  /// Traps when there is no bin or when the range has no width.
  public func histogram(bins: Int, in range: ClosedRange<Double>) -> Histogram {
    let width = range.upperBound - range.lowerBound
    require(bins > 0, "histogram: \(bins) bins are none")
    require(width > 0 && width.isFinite, "histogram: a range of \(range) has no width")
    let edges = Histogram(range: range, counts: Array(repeating: 0, count: bins), outside: 0).edges
    var (counts, outside) = ([Int](repeating: 0, count: bins), 0)
    for x in doubles {
      if range.contains(x) {
        var bin = min(Int((x - range.lowerBound) / width * Double(bins)), bins - 1)
        // Rounding may have led across the border of two bins.
        if x < edges[bin] { bin -= 1 } else if bin + 1 < bins && x >= edges[bin + 1] { bin += 1 }
        counts[bin] += 1
      } else {
        outside += 1
      }
    }
    return Histogram(range: range, counts: counts, outside: outside)
  }
}
