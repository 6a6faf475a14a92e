/// A function of one number that is applied to every number of a tensor, with its derivative:
/// `Sigmoid.derivative(0)` is 0.25.
public protocol Activation: Module, Sendable {
  /// The function with its usual settings.
  init()

  /// f(x) in double precision.
  func value(_ x: Double) -> Double

  /// f′(x) in double precision.
  func derivative(_ x: Double) -> Double
}

extension Activation {
  /// f(x) with the usual settings, in double precision.
  public static func value(_ x: Double) -> Double { Self().value(x) }

  /// f′(x) with the usual settings, in double precision.
  public static func derivative(_ x: Double) -> Double { Self().derivative(x) }
}
