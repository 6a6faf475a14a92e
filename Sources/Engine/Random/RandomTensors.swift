import Glibc

extension Tensor {
  /// Numbers from the normal distribution with mean 0 and standard deviation `std`.
  ///
  /// All are seeded by one number of `generator`, so that two tensors never share a part of their
  /// numbers, and the speed does not depend on the generator's type. Traps on a negative size and on a
  /// deviation that is negative, infinite or NaN.
  public static func normal(
    _ shape: [Int], std: Double = 1, using generator: inout some RandomNumberGenerator
  ) -> Tensor {
    requireNonNegative("normal", "standard deviation", std)
    let tensor = Tensor.zeros(shape)
    tensor.storage.fillNormal(std, SeededGenerator(state: generator.next()))
    return tensor
  }

  /// Numbers drawn uniformly from `range`.
  ///
  /// All are seeded by one number of `generator`. Traps on a negative size and on an infinite range.
  public static func uniform(
    _ shape: [Int], _ range: ClosedRange<Double> = 0...1,
    using generator: inout some RandomNumberGenerator
  ) -> Tensor {
    require(
      range.lowerBound.isFinite && range.upperBound.isFinite,
      "uniform: range \(range) is not finite")
    let tensor = Tensor.zeros(shape)
    tensor.storage.fillUniform(range, SeededGenerator(state: generator.next()))
    return tensor
  }

  /// A layer's parameter, drawn uniformly from ±`bound`; 0 for the infinite bound of a layer without
  /// inputs.
  static func parameter(
    _ shape: [Int], within bound: Double, using generator: inout some RandomNumberGenerator
  ) -> Tensor {
    let bound = bound.isFinite ? bound : 0
    let parameter = uniform(shape, -bound...bound, using: &generator)
    parameter.requiresGrad = true
    return parameter
  }
}

extension Storage {
  /// Overwrites all numbers with numbers drawn uniformly from `range`.
  func fillUniform(_ range: ClosedRange<Double>, _ generator: SeededGenerator) {
    var generator = generator
    let (low, width) = (range.lowerBound, range.upperBound - range.lowerBound)
    for i in 0..<count { pointer[i] = Float(low + width * generator.unit()) }
  }

  /// Overwrites all numbers with normal ones of mean 0 and standard deviation `std`.
  ///
  /// Box and Muller, A Note on the Generation of Random Normal Deviates, 1958: a pair of normal numbers
  /// is a point at a uniform angle, whose distance is √(−2·log u).
  func fillNormal(_ std: Double, _ generator: SeededGenerator) {
    var generator = generator
    for i in stride(from: 0, to: count, by: 2) {
      let radius = std * (-2 * log(1 - generator.unit())).squareRoot()
      let angle = 2 * Double.pi * generator.unit()
      pointer[i] = Float(radius * cos(angle))
      if i + 1 < count { pointer[i + 1] = Float(radius * sin(angle)) }
    }
  }
}

extension SeededGenerator {
  /// A number in 0..<1, a multiple of 2⁻⁵³.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
