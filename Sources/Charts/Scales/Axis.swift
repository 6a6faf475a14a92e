/// One axis of a chart: its words, its scale and, where the author insists, its ends.
public struct Axis: Codable, Equatable, Sendable {
  /// Quantity and unit.
  public var label: String?
  /// How values become positions.
  public var scale: Scale
  /// The values at the axis's ends; without it the data decide.
  public var domain: ClosedRange<Double>?

  /// Creates an axis.
  public init(
    _ label: String? = nil, scale: Scale = .linear, domain: ClosedRange<Double>? = nil
  ) {
    self.label = label
    self.scale = scale
    self.domain = domain
  }
}

/// How an axis turns values into positions.
public enum Scale: String, Codable, Equatable, Sendable, CaseIterable {
  /// Equal differences are equally far apart.
  case linear
  /// Equal ratios are equally far apart; zero and negative values have no place.
  case log
  /// Logarithmic on both sides of zero and linear close to it.
  case symmetricLog
}
