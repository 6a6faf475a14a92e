import Engine
import Foundation
import Testing

/// The functions of one number are as exact as float32 allows, over the whole range of float32.
@Suite struct ActivationTests {
  /// Every 1,001st float32 of both signs.
  private static let sweep: [Float] = stride(from: UInt32(0), to: 0x7F80_0000, by: 1001).flatMap {
    [Float(bitPattern: $0), -Float(bitPattern: $0)]
  }

  @Test(arguments: functions)
  func matchesTheExactFunction(_ function: Function) {
    let found = function.onTensors(Tensor(Self.sweep)).values
    var worst = (error: 0.0, x: Float(0))
    for (x, y) in zip(Self.sweep, found) {
      let exact = function.exact(Double(x))
      if Float(exact) == y { continue }
      let unit = max(Double(Float(exact).ulp), function.floor)
      let error = abs(Double(y) - exact) / unit
      if !(error <= worst.error) { worst = (error, x) }
    }
    #expect(worst.error <= function.units, "at x = \(worst.x)")
  }

  /// A derivative is the limit of differences.
  @Test(arguments: activations)
  func derivativesMatchDifferences(_ activation: any Activation) {
    for x in stride(from: -4.03, through: 4, by: 0.1) {
      let h = 1e-5
      let slope = (activation.value(x + h) - activation.value(x - h)) / (2 * h)
      #expect(abs(activation.derivative(x) - slope) <= 1e-9, "at \(x)")
    }
  }

  /// `value` and `derivative` agree with the results on tensors.
  @Test(arguments: activations)
  func tensorsAgreeWithNumbers(_ activation: any Activation) throws {
    let points = stride(from: Float(-4.03), through: 4, by: 0.1).map { $0 }
    let x = Tensor(points, requiresGrad: true)
    let y = activation(x)
    y.backward(gradient: .ones(y.shape))
    let slopes = try #require(x.grad).values
    for (index, point) in points.enumerated() {
      #expect(abs(Double(y.values[index]) - activation.value(Double(point))) <= 1e-6)
      #expect(abs(Double(slopes[index]) - activation.derivative(Double(point))) <= 2e-6)
    }
  }

  /// Tiny numbers have the slope at 0, and huge numbers the limit of their side.
  @Test(arguments: activations)
  func slopesAreCorrectOverAllOfFloat32(_ activation: any Activation) throws {
    for exponent in stride(from: -149, through: 127, by: 4) {
      for sign in [-1.0, 1] {
        let point = Float(sign * exp2(Double(exponent)))
        let x = Tensor([point], requiresGrad: true)
        activation(x).backward()
        let slope = Double(try #require(x.grad).item())
        #expect(abs(slope - activation.derivative(Double(point))) <= 2e-6, "at \(point)")
      }
    }
  }

  @Test func theSigmoidAtZeroIsExact() {
    let x = Tensor([0], requiresGrad: true)
    let y = x.sigmoid()
    y.backward()
    #expect(y.values == [0.5])
    #expect(x.grad?.values == [0.25])
    #expect(Sigmoid.derivative(0) == 0.25)
  }

  @Test(arguments: functions.filter { $0.name != "log" })
  func nanIsPropagated(_ function: Function) {
    #expect(function.onTensors(Tensor([.nan])).item().isNaN)
  }

  @Test func theLogarithmHandlesEdgeCases() {
    let y = Tensor([0, -0.0, -1, .infinity, .nan, 1]).log().values
    #expect(y[0] == -.infinity && y[1] == -.infinity && y[2].isNaN)
    #expect(y[3] == .infinity && y[4].isNaN && y[5] == 0)
  }

  /// Lesson 1 multiplies quarters until the product is 0: the 74th is among float32's smallest numbers, the
  /// 75th is 0.
  @Test func smallProductsDoNotUnderflow() {
    let product = { (0..<$0).reduce(Tensor(1)) { y, _ in y * Tensor(0.25) }.item() }
    #expect(product(74) > 0)
    #expect(product(75) == 0)
  }

  @Test func activationsArePassedByName() {
    func named(_ activation: any Activation) -> Double { activation.value(1) }
    #expect(named(.relu) == 1)
    #expect(named(.tanh) == Tanh.value(1))
  }
}

/// A function on tensors with its exact definition.
struct Function: Sendable, CustomTestStringConvertible {
  var name: String
  /// The tolerance in units in the last place.
  var units = 4.0
  /// The least size of a unit, for functions that are a difference of much greater numbers.
  var floor = 0.0
  var onTensors: @Sendable (Tensor) -> Tensor
  var exact: @Sendable (Double) -> Double

  var testDescription: String { name }
}

private let functions = [
  Function(name: "exp", units: 2, onTensors: { $0.exp() }, exact: { exp($0) }),
  Function(name: "log", units: 2, onTensors: { $0.relu().log() }, exact: { log(max($0, 0)) }),
  Function(name: "tanh", units: 5, onTensors: { $0.tanh() }, exact: { tanh($0) }),
  Function(
    name: "sigmoid", floor: 0x1p-126, onTensors: { $0.sigmoid() }, exact: { Sigmoid.value($0) }),
  Function(name: "softplus", onTensors: { $0.softplus() }, exact: { Softplus.value($0) }),
  Function(name: "silu", floor: 0x1p-119, onTensors: { $0.silu() }, exact: { SiLU.value($0) }),
  Function(name: "elu", units: 1, onTensors: { $0.elu() }, exact: { ELU.value($0) }),
  Function(
    name: "gelu", units: 8, floor: 0x1p-23, onTensors: { $0.gelu() }, exact: { GELU.value($0) }),
  Function(name: "relu", units: 0, onTensors: { $0.relu() }, exact: { max($0, 0) }),
]

private let activations: [any Activation] = [
  .sigmoid, .tanh, .relu, .leakyReLU, LeakyReLU(negativeSlope: 0.3), .elu, ELU(alpha: 0.5), .gelu,
  GELU(approximate: .tanh), .silu, .softplus,
]
