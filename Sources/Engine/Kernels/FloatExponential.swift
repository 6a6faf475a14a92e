import CBLAS

extension Float {
  /// eˣ within 2 units in the last place, down to the smallest denormal and up to ∞.
  ///
  /// 2ᵏ takes two factors since k reaches −150 and 128.
  @inline(__always)
  static func exp(_ x: Float) -> Float {
    let (excess, k) = reduced(Swift.max(Swift.min(x, 89), -104))
    let half = k &>> 1
    return (excess + 1) * power(half) * power(k &- half)
  }

  /// eˣ − 1 for x ≤ 0 within 1 unit in the last place, also for tiny x; below −18 it rounds to −1.
  ///
  /// 2ᵏ·eʳ − 1 = 2ᵏ·(eʳ − 1) + (2ᵏ − 1) without cancellation: both terms are exact, or near 0 together.
  @inline(__always)
  static func expm1(_ x: Float) -> Float {
    let (excess, k) = reduced(Swift.max(x, -18))
    let scale = power(k)
    return multiply_add(excess, scale, scale - 1)
  }

  /// eʳ − 1 and k, where x = k·ln 2 + r with |r| ≤ ½·ln 2: eʳ is a polynomial, exact at 0.
  @inline(__always)
  private static func reduced(_ x: Float) -> (excess: Float, k: Int32) {
    let shifted = x * 1.442695 + rounder
    let k = shifted - rounder
    let r = (x - k * ln2High) - k * ln2Low
    var p: Float = 0.0013814602
    p = multiply_add(p, r, 0.008368716)
    p = multiply_add(p, r, 0.041668389)
    p = multiply_add(p, r, 0.16666521)
    p = multiply_add(p, r, 0.49999994)
    let whole = Int32(bitPattern: shifted.bitPattern) &- Int32(bitPattern: rounder.bitPattern)
    return (multiply_add(p, r * r, r), whole)
  }

  /// The natural logarithm within 2 units in the last place; −∞ at 0 and NaN below.
  ///
  /// x = 2ᵏ·m with m in [√½, √2) and log m = f − s·(f − R(s²)), where f = m − 1 and s = f/(2 + f): the
  /// series 2·artanh(s), arranged so that f enters unrounded.
  @inline(__always)
  static func log(_ x: Float) -> Float {
    let isDenormal = x < leastNormalMagnitude
    let bits = Int32(bitPattern: (isDenormal ? x * 33_554_432 : x).bitPattern)
    let exponent = (bits &- 0x3F35_04F3) &>> 23
    let f = Float(bitPattern: UInt32(bitPattern: bits &- (exponent &<< 23))) - 1
    let k = Float(exponent) - (isDenormal ? 25 : 0)
    let s = f / (2 + f)
    let z = s * s
    let series = z * (0.66666776 + z * (0.3997754 + z * 0.29871839))
    let y = (f - s * (f - series)) + k * ln2Low + k * ln2High
    let atEdge = x == 0 ? -infinity : nan
    return x > 0 ? (x < infinity ? y : x) : atEdge
  }

  /// log(1 + x) for x in [0, 1], accurate for tiny x too.
  @inline(__always)
  static func log1p(_ x: Float) -> Float {
    let sum = 1 + x
    return log(sum) + (x - (sum - 1)) / sum
  }

  /// 1/(1 + e⁻ˣ); exactly ½ at 0, and down to the smallest denormal, since no exponential overflows.
  @inline(__always)
  static func sigmoid(_ x: Float) -> Float {
    let e = exp(-abs(x))
    return (x < 0 ? e : 1) / (1 + e)
  }

  /// 1.5·2²³: adding it to a number rounds the number to an integer, held in the sum's lowest bits.
  private static var rounder: Float { 12_582_912 }
  /// ln 2 as a sum of two parts; the first has so few digits that its product with an exponent is exact.
  private static var ln2High: Float { 0.693359375 }
  private static var ln2Low: Float { -2.1219444e-4 }

  /// 2ᵏ for k in −126...127.
  @inline(__always)
  private static func power(_ k: Int32) -> Float {
    Float(bitPattern: UInt32(bitPattern: (k &+ 127) &<< 23))
  }
}
