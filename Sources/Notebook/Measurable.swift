/// What a claim may be made of: numbers, perhaps missing, perhaps several.
public protocol Measurable {
  /// The numbers; nil counts as none.
  var measurements: [Double] { get }
}

extension Double: Measurable {
  /// The number alone.
  public var measurements: [Double] { [self] }
}

extension Float: Measurable {
  /// The number alone.
  public var measurements: [Double] { [Double(self)] }
}

extension Int: Measurable {
  /// The number alone.
  public var measurements: [Double] { [Double(self)] }
}

extension Optional: Measurable where Wrapped: Measurable {
  /// The wrapped numbers, or none.
  public var measurements: [Double] { self?.measurements ?? [] }
}

extension Array: Measurable where Element: Measurable {
  /// All elements' numbers; none if one element has none, so that a missing value is never lost.
  public var measurements: [Double] {
    let all = map(\.measurements)
    return all.contains(where: \.isEmpty) ? [] : Array<Double>(all.joined())
  }
}
