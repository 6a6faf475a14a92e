extension Initialiser {
  /// Normal numbers of standard deviation gain · √(2/(fan in + fan out)): between what keeps the signal
  /// and what keeps the gradient.
  ///
  /// Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks,
  /// AISTATS 2010, section 4.2.1.
  public static func xavierNormal(gain: Double = 1) -> Initialiser {
    requireSound("xavierNormal", "gain", gain)
    return normal("xavierNormal") { gain * (2 / Double($0.in + $0.out)).squareRoot() }
  }

  /// Uniform numbers within ±gain · √(6/(fan in + fan out)), which have the standard deviation of
  /// ``xavierNormal(gain:)`` (the same paper, equation 16).
  public static func xavierUniform(gain: Double = 1) -> Initialiser {
    requireSound("xavierUniform", "gain", gain)
    return uniform("xavierUniform") { gain * (2 / Double($0.in + $0.out)).squareRoot() }
  }

  /// He's: normal numbers of standard deviation gain/√fan, by default √(2/inputs), which makes up for
  /// the half that a ReLU cuts off.
  ///
  /// He, Zhang, Ren and Sun, Delving Deep into Rectifiers, ICCV 2015, section 2.2.
  public static func kaimingNormal(
    mode: FanMode = .fanIn, gain: Double = 2.0.squareRoot()
  ) -> Initialiser {
    requireSound("kaimingNormal", "gain", gain)
    return normal("kaimingNormal") { gain / Double($0[mode]).squareRoot() }
  }

  /// He's: uniform numbers within ±gain · √(3/fan), which have the standard deviation of
  /// ``kaimingNormal(mode:gain:)``.
  public static func kaimingUniform(
    mode: FanMode = .fanIn, gain: Double = 2.0.squareRoot()
  ) -> Initialiser {
    requireSound("kaimingUniform", "gain", gain)
    return uniform("kaimingUniform") { gain / Double($0[mode]).squareRoot() }
  }

  /// Normal numbers of standard deviation 1/√inputs, which keep the variance of a linear layer's signal
  /// (LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998, section 4.6).
  public static let lecunNormal = normal("lecunNormal") { 1 / Double($0.in).squareRoot() }

  /// Uniform numbers within ±√(3/inputs), which have the standard deviation of ``lecunNormal``.
  public static let lecunUniform = uniform("lecunUniform") { 1 / Double($0.in).squareRoot() }
}
