import Glibc

extension Tensor {
  /// Numbers from the normal distribution with mean 0 and standard deviation `std`.
  ///
  /// One number of `generator` seeds them all, so that two tensors never share a part of their
  /// numbers, and filling them runs at the same speed whatever the generator's type. Traps on a
  /// negative size and on a deviation that is negative, infinite or NaN.
  public static func normal(
    _ shape: [Int], std: Double = 1, using generator: inout some RandomNumberGenerator
  ) -> Tensor {
    requireSound("normal", "standard deviation", std)
    let tensor = Tensor.zeros(shape)
    tensor.storage.fillNormal(std, SeededGenerator(state: generator.next()))
    return tensor
  }

  /// Numbers drawn uniformly from `range`.
  ///
  /// One number of `generator` seeds them all. Traps on a negative size and on an infinite range.
  public static func uniform(
    _ shape: [Int], _ range: ClosedRange<Double> = 0...1,
    using generator: inout some RandomNumberGenerator
  ) -> Tensor {
    require(
      range.lowerBound.isFinite && range.upperBound.isFinite, "uniform: a range of \(range)")
    let tensor = Tensor.zeros(shape)
    tensor.storage.fillUniform(range, SeededGenerator(state: generator.next()))
    return tensor
  }

  /// A layer's parameter, whose numbers are drawn uniformly from ±`bound`; 0 where a layer without
  /// inputs has an infinite one.
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
  func fillUniform(_ range: ClosedRange<Double>, _ generator: SeededGenerator) {
    var generator = generator
    let (low, width) = (range.lowerBound, range.upperBound - range.lowerBound)
    for i in 0..<count { pointer[i] = Float(low + width * generator.unit()) }
  }

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
