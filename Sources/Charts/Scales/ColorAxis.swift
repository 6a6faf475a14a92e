/// What the colours of values mean: quantity and unit, scale, palette and ends.
public struct ColorAxis: Codable, Equatable, Sendable {
  /// Quantity and unit, printed at the key.
  public var label: String?
  /// How values become places in the palette.
  public var scale: Scale
  /// Which colours they pass through.
  public var palette: Palette
  /// The values at the palette's ends; without it the data decide.
  public var domain: ClosedRange<Double>?

  /// Creates a colour axis.
  public init(
    _ label: String? = nil, scale: Scale = .linear, palette: Palette = .sequential,
    domain: ClosedRange<Double>? = nil
  ) {
    self.label = label
    self.scale = scale
    self.palette = palette
    self.domain = domain
  }
}

/// The colours that numbers pass through; categories have the series' colours.
public enum Palette: Codable, Equatable, Sendable {
  /// From the paper's colour to one that stands out: more ink is more.
  case sequential
  /// Through the paper's colour at a middle, with one hue below and another above it.
  case diverging(around: Double)

  /// Below and above zero.
  public static let diverging = Palette.diverging(around: 0)
}
