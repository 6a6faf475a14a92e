/// One axis of a chart: its label, its scale and optionally its domain.
public struct Axis: Codable, Equatable, Sendable {
  /// The quantity and its unit.
  public var label: String?
  /// The mapping of values to positions.
  public var scale: Scale
  /// The values at the axis's ends; by default they follow from the data.
  public var domain: ClosedRange<Double>?

  /// Creates an axis, by default linear over the range of the data.
  public init(
    _ label: String? = nil, scale: Scale = .linear, domain: ClosedRange<Double>? = nil
  ) {
    self.label = label
    self.scale = scale
    self.domain = domain
  }
}

/// The mapping of an axis's values to positions.
public enum Scale: String, Codable, Equatable, Sendable, CaseIterable {
  /// Equal differences have equal distances.
  case linear
  /// Equal ratios have equal distances; zero and negative values have no position.
  case log
  /// Logarithmic on both sides of zero and linear near zero.
  case symmetricLog
}
