package import Charts

/// A colour scale as a pure function: from values to shares of a palette, and from those to its
/// steps.
package struct ColorScale {
  /// The values at the palette's ends.
  package let domain: ClosedRange<Double>
  /// What the classes of the palette's steps begin with.
  package let palette: String
  /// How many steps the palette has.
  package let count: Int
  private let projection: ContinuousScale

  /// A scale over the values from the least to the greatest; a diverging one reaches equally far on
  /// both sides of its middle.
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

  /// How far along the palette a value lies, from 0 to 1; beyond the domain it is at the end; nil
  /// if the value has no place.
  package func fraction(of value: Double) -> Double? {
    projection(value).map { min(max($0, 0), 1) }
  }

  /// The step of a share, from 0: all are equally wide.
  package func step(of fraction: Double) -> Int { min(Int(fraction * Double(count)), count - 1) }

  /// Whether words on a step are set in the paper's colour.
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
