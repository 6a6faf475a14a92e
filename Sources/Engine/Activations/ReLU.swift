/// The rectified linear unit max(x, 0); its derivative at 0 is defined as 0.
public struct ReLU: Activation {
  /// The rectified linear unit.
  public init() {}

  /// max(x, 0) of every number of `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor { x.apply(self) }

  /// max(x, 0).
  public func value(_ x: Double) -> Double { max(x, 0) }

  /// 1 above 0, else 0.
  public func derivative(_ x: Double) -> Double { x > 0 ? 1 : 0 }
}

extension ReLU: Pointwise {
  static let slopeReads: SlopeReads = [.y]
  func value(_ x: Float) -> Float { max(x, 0) }

  /// Selected, not multiplied: 0 even where ∂L/∂y is infinite, and ∂L/∂y where y is NaN.
  func gradient(_ dy: Float, _ x: Float, _ y: Float) -> Float { y <= 0 ? 0 : dy }
}

extension Tensor {
  /// ``ReLU`` of every number.
  public func relu() -> Tensor { apply(ReLU()) }
}

extension Module where Self == ReLU {
  /// The rectified linear unit.
  public static var relu: ReLU { ReLU() }
}
