/// The axis that maps values to colours: label, scale, palette and domain.
public struct ColorAxis: Codable, Equatable, Sendable {
  /// The quantity and its unit, printed at the colour legend.
  public var label: String?
  /// The mapping of values to positions in the palette.
  public var scale: Scale
  /// The colours of the palette.
  public var palette: Palette
  /// The values at the palette's ends; by default those of the data.
  public var domain: ClosedRange<Double>?

  /// Creates a colour axis, by default linear and sequential over the range of the data.
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

/// The colours of numbers; categories have the colours of series.
public enum Palette: Codable, Equatable, Sendable {
  /// From the background colour to a contrasting one: stronger colours mean greater values.
  case sequential
  /// Through the background colour at the given value, with one hue below and another above it.
  case diverging(around: Double)

  /// The diverging palette around zero.
  public static let diverging = Palette.diverging(around: 0)
}
