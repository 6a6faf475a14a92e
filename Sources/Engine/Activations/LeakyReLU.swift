/// x above 0 and a small multiple of x below, so that the derivative is never 0 (Maas et al.,
/// Rectifier Nonlinearities Improve Neural Network Acoustic Models, 2013).
public struct LeakyReLU: Activation {
  /// The slope below 0.
  public let negativeSlope: Double

  /// Leaky ReLU with slope 0.01 below 0.
  public init() { self.init(negativeSlope: 0.01) }

  /// Leaky ReLU with slope `negativeSlope` below 0.
  public init(negativeSlope: Double) { self.negativeSlope = negativeSlope }

  /// Leaky ReLU of every number of `x`.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    x.apply(Leak(negativeSlope: Float(negativeSlope)))
  }

  /// x above 0, else `negativeSlope`·x.
  public func value(_ x: Double) -> Double { x > 0 ? x : negativeSlope * x }

  /// 1 above 0, else `negativeSlope`.
  public func derivative(_ x: Double) -> Double { x > 0 ? 1 : negativeSlope }
}

private struct Leak: Sloped {
  static let slopeReads: SlopeReads = [.x]
  let negativeSlope: Float
  func value(_ x: Float) -> Float { x > 0 ? x : negativeSlope * x }
  func slope(_ x: Float, _ y: Float) -> Float { x > 0 ? 1 : negativeSlope }
}

extension Tensor {
  /// ``LeakyReLU`` of every number.
  public func leakyReLU(negativeSlope: Double = 0.01) -> Tensor {
    LeakyReLU(negativeSlope: negativeSlope)(self)
  }
}

extension Module where Self == LeakyReLU {
  /// Leaky ReLU with slope 0.01 below 0.
  public static var leakyReLU: LeakyReLU { LeakyReLU() }
}
