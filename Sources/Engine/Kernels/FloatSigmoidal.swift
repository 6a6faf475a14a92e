import CBLAS

extension Float {
  /// tanh x within 5 units in the last place, also for tiny x.
  ///
  /// x·P(x²)/Q(x²), a minimax fit (relative error 1.3e-9) on |x| ≤ 9.02, beyond which tanh rounds to ±1.
  @inline(__always)
  static func tanh(_ x: Float) -> Float {
    let x = Swift.max(Swift.min(x, 9.02), -9.02)
    let t = x * x
    var p: Float = -1.2203452e-11
    p = multiply_add(p, t, 3.0585008e-08)
    p = multiply_add(p, t, 2.8007454e-05)
    p = multiply_add(p, t, 0.0038683275)
    p = multiply_add(p, t, 0.13679915)
    p = multiply_add(p, t, 1)
    var q: Float = 1.2873662e-06
    q = multiply_add(q, t, 0.00039386307)
    q = multiply_add(q, t, 0.027245838)
    q = multiply_add(q, t, 0.47013247)
    q = multiply_add(q, t, 1)
    return Swift.max(Swift.min(x * p / q, 1), -1)
  }

  /// The error function erf x = 2/√π ∫₀ˣ e^(−t²) dt within 5 units in the last place.
  ///
  /// x·P(x²)/Q(x²), a minimax fit (relative error 2e-8) on |x| ≤ 3.95, beyond which erf rounds to ±1.
  @inline(__always)
  static func erf(_ x: Float) -> Float {
    let x = Swift.max(Swift.min(x, 3.95), -3.95)
    let t = x * x
    var p: Float = 2.0259131e-06
    p = multiply_add(p, t, 0.00028468632)
    p = multiply_add(p, t, 0.0038081106)
    p = multiply_add(p, t, 0.052875285)
    p = multiply_add(p, t, 0.19154916)
    p = multiply_add(p, t, 1.1283791)
    var q: Float = 3.7831782e-05
    q = multiply_add(q, t, 0.001170713)
    q = multiply_add(q, t, 0.015054987)
    q = multiply_add(q, t, 0.11455914)
    q = multiply_add(q, t, 0.5030887)
    q = multiply_add(q, t, 1)
    return Swift.max(Swift.min(x * p / q, 1), -1)
  }
}
