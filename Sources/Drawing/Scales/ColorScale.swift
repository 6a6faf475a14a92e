package import Charts

/// Maps values to fractions of a palette, and these to the palette's steps.
package struct ColorScale {
  /// The values at the ends of the palette.
  package let domain: ClosedRange<Double>
  /// The prefix of the CSS classes of the palette's steps.
  package let palette: String
  /// The number of steps of the palette.
  package let count: Int
  private let projection: ContinuousScale

  /// Creates a scale over a domain of values; a diverging scale extends it to be symmetric about
  /// its middle.
  package init(_ axis: ColorAxis, over domain: ClosedRange<Double>, threshold: Double = 1) {
    switch axis.palette {
    case .sequential:
      palette = "q"
      count = 16
      self.domain = domain
    case .diverging(let middle):
      palette = "w"
      count = 15
      self.domain = around(middle, domain, scale: axis.scale)
    }
    projection = ContinuousScale(
      axis.scale, domain: self.domain, range: (0, 1), threshold: threshold)
  }

  /// The position of a value on the palette from 0 to 1, clamped to the domain; nil if the value
  /// has none, such as zero on a logarithmic scale.
  package func fraction(of value: Double) -> Double? {
    projection(value).map { min(max($0, 0), 1) }
  }

  /// The step at a fraction of the palette; all steps are equally wide.
  package func step(of fraction: Double) -> Int { min(Int(fraction * Double(count)), count - 1) }

  /// Whether text on a step uses the light text colour.
  package func isDark(_ step: Int) -> Bool {
    palette == "q" ? step > 8 : (step - count / 2).magnitude > 4
  }
}

private func around(_ middle: Double, _ domain: ClosedRange<Double>, scale: Scale)
  -> ClosedRange<Double>
{
  guard scale == .log else {
    let reach = max(domain.upperBound - middle, middle - domain.lowerBound)
    return checked(middle - reach, middle + reach) ?? domain
  }
  let middle = middle > 0 ? middle : 1
  let reach = max(domain.upperBound / middle, middle / domain.lowerBound)
  return checked(middle / reach, middle * reach).flatMap { $0.lowerBound > 0 ? $0 : nil } ?? domain
}

private func checked(_ low: Double, _ high: Double) -> ClosedRange<Double>? {
  low.isFinite && high.isFinite && low < high ? low...high : nil
}
