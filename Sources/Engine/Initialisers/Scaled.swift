extension Initialiser {
  /// Normal numbers of standard deviation gain · √(2/(fan in + fan out)): a compromise between preserving
  /// the signal's variance and the gradient's.
  ///
  /// Glorot and Bengio, Understanding the difficulty of training deep feedforward neural networks,
  /// AISTATS 2010, section 4.2.1. Traps on a negative or infinite gain, and a tensor of fewer than two
  /// dimensions.
  public static func xavierNormal(gain: Double = 1) -> Initialiser {
    requireNonNegative("xavierNormal", "gain", gain)
    return normal("xavierNormal") { gain * (2 / Double($0.in + $0.out)).squareRoot() }
  }

  /// Uniform numbers within ±gain · √(6/(fan in + fan out)), which have the standard deviation of
  /// ``xavierNormal(gain:)`` and the same traps (the same paper, equation 16).
  public static func xavierUniform(gain: Double = 1) -> Initialiser {
    requireNonNegative("xavierUniform", "gain", gain)
    return uniform("xavierUniform") { gain * (2 / Double($0.in + $0.out)).squareRoot() }
  }

  /// He initialisation: normal numbers of standard deviation gain/√fan, by default √(2/inputs), which
  /// compensates for the half that a ReLU sets to 0.
  ///
  /// He, Zhang, Ren and Sun, Delving Deep into Rectifiers, ICCV 2015, section 2.2. Traps on a negative or
  /// infinite gain, and a tensor of fewer than two dimensions.
  public static func kaimingNormal(
    mode: FanMode = .fanIn, gain: Double = 2.0.squareRoot()
  ) -> Initialiser {
    requireNonNegative("kaimingNormal", "gain", gain)
    return normal("kaimingNormal") { gain / Double($0[mode]).squareRoot() }
  }

  /// He initialisation: uniform numbers within ±gain · √(3/fan), which have the standard deviation of
  /// ``kaimingNormal(mode:gain:)`` and the same traps.
  public static func kaimingUniform(
    mode: FanMode = .fanIn, gain: Double = 2.0.squareRoot()
  ) -> Initialiser {
    requireNonNegative("kaimingUniform", "gain", gain)
    return uniform("kaimingUniform") { gain / Double($0[mode]).squareRoot() }
  }

  /// Normal numbers of standard deviation 1/√inputs, which preserve the variance of a linear layer's
  /// signal (LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998, section 4.6).
  public static let lecunNormal = normal("lecunNormal") { 1 / Double($0.in).squareRoot() }

  /// Uniform numbers within ±√(3/inputs), which have the standard deviation of ``lecunNormal``.
  public static let lecunUniform = uniform("lecunUniform") { 1 / Double($0.in).squareRoot() }
}
