package import Charts
import Glibc

/// Maps the values of a domain to positions in a range, linearly or logarithmically.
package struct ContinuousScale {
  package let scale: Scale
  package let domain: ClosedRange<Double>
  /// The positions of the lower and upper end of the domain.
  package let range: (start: Double, end: Double)
  /// The magnitude at which a symmetric scale changes from linear to logarithmic.
  package let threshold: Double
  private let low: Double
  private let high: Double

  package init(
    _ scale: Scale, domain: ClosedRange<Double>, range: (Double, Double), threshold: Double = 1
  ) {
    self.scale = scale
    self.domain = domain
    self.range = range
    self.threshold = threshold
    low = transform(domain.lowerBound, scale, threshold: threshold)
    high = transform(domain.upperBound, scale, threshold: threshold)
  }

  /// The position of a value, which can be outside the range; nil if the value has none.
  package func callAsFunction(_ value: Double) -> Double? {
    guard value.isFinite, scale != .log || value > 0 else { return nil }
    guard high > low else { return (range.start + range.end) / 2 }
    let fraction = (transform(value, scale, threshold: threshold) - low) / (high - low)
    return range.start + fraction * (range.end - range.start)
  }
}

/// Halving keeps differences of the largest numbers finite.
private func transform(_ value: Double, _ scale: Scale, threshold: Double) -> Double {
  switch scale {
  case .linear: value / 2
  case .log: log10(value)
  case .symmetricLog:
    (value < 0 ? -1 : 1) * log10(1 + value.magnitude / threshold)
  }
}
