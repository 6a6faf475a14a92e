import Glibc

/// The recommended gain of the weights before an activation, relative to those of a linear layer.
///
/// PyTorch's values where it has one: 1 for the sigmoid, 5/3 for tanh, √2 for ReLU and √(2/(1 + a²)) for
/// a leaky ReLU of slope a. For any other activation 1/√E[f(z)²] over a standard normal z, which
/// preserves the signal's mean square, as √2 does for ReLU. Note: for GELU and SiLU that holds only for
/// signals of mean square 1; smaller ones shrink from layer to layer.
public func gain(for activation: any Activation) -> Double {
  switch activation {
  case is Sigmoid: 1
  case is Tanh: 5 / 3
  case is ReLU: 2.0.squareRoot()
  case let leaky as LeakyReLU:
    (2 / (1 + leaky.negativeSlope * leaky.negativeSlope)).squareRoot()
  default: 1 / meanOverNormal { activation.value($0) * activation.value($0) }.squareRoot()
  }
}

/// E[f(z)] over a standard normal z, by the trapezoidal rule on ±12, beyond which the density is below
/// float64's precision.
private func meanOverNormal(_ f: (Double) -> Double) -> Double {
  let width = 1.0 / 256
  let sum = stride(from: -12.0, through: 12, by: width).reduce(0) { $0 + f($1) * exp(-$1 * $1 / 2) }
  return sum * width / (2 * Double.pi).squareRoot()
}
