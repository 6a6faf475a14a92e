import Glibc

/// Points on intertwined spiral arms, one class for each arm, which no straight line separates.
///
/// On arm a of n the point at t in 0..<1 has the distance t from the centre and the angle
/// 2π(`turns`·t + a/n); normal numbers of standard deviation `noise` are added to both coordinates.
/// Shapes: x [arms · points, 2], arm after arm. Traps on a negative count and on a noise that is negative,
/// infinite or NaN.
public func spirals(
  points: Int, arms: Int = 2, turns: Double = 1.5, noise: Double = 0.02,
  using generator: inout some RandomNumberGenerator
) -> Examples {
  require(
    points >= 0 && arms >= 0,
    "spirals: the numbers of points \(points) and arms \(arms) must not be negative")
  requireNonNegative("spirals", "noise", noise)
  let x = Tensor.normal([arms * points, 2], std: noise, using: &generator)
  for row in 0..<arms * points {
    let (t, arm) = (Double(row % points) / Double(points), Double(row / points) / Double(arms))
    let angle = 2 * Double.pi * (turns * t + arm)
    x.storage.pointer[2 * row] += Float(t * cos(angle))
    x.storage.pointer[2 * row + 1] += Float(t * sin(angle))
  }
  return Examples(x: x, y: (0..<arms * points).map { $0 / points })
}
