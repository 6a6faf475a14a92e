/// A type whose values have a place on an axis.
public protocol Plottable {
  /// The value as charts keep it.
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
  /// The number whose decimal digits are this one's: 0.1 stays 0.1 in tables.
  public var datum: Datum { .number(Double(description) ?? Double(self)) }
}

extension String: Plottable {
  /// The category of this name.
  public var datum: Datum { .category(self) }
}
