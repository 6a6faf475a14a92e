/// A type whose values can be shown on an axis.
public protocol Plottable {
  /// The value as charts store it.
  var datum: Datum { get }
}

extension Int: Plottable {
  /// The number.
  public var datum: Datum { .number(Double(self)) }
}

extension Double: Plottable {
  /// The number.
  public var datum: Datum { .number(self) }
}

extension Float: Plottable {
  /// The number with the same decimal digits: 0.1 remains 0.1 in tables.
  public var datum: Datum { .number(Double(description) ?? Double(self)) }
}

extension String: Plottable {
  /// The category of this name.
  public var datum: Datum { .category(self) }
}
