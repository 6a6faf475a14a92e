import Engine
import Foundation
import Testing

/// Float32 reaches from 10⁻³⁸ to 10³⁸: what lies within is computed, though a step on the way there would
/// not.
@Suite struct RangeTests {
  /// A quotient's slopes 1/b and −a/b² are right wherever they, and the quotient, are numbers.
  @Test func aQuotientsSlopesNeedNoSquare() throws {
    for tenA in stride(from: -30, through: 30, by: 3) {
      for tenB in stride(from: -36, through: 36, by: 3) {
        let (x, y) = (Float(1.7 * pow(10, Double(tenA))), Float(-1.3 * pow(10, Double(tenB))))
        let (a, b) = (Tensor([x], requiresGrad: true), Tensor([y], requiresGrad: true))
        (a / b).backward()
        let (p, q) = (Double(x), Double(y))
        for (found, exact) in [(a.grad, 1 / q), (b.grad, -p / q / q)] {
          guard (1e-37...3e38).contains(abs(p / q)), (1e-37...3e38).contains(abs(exact)) else {
            continue
          }
          let slope = Double(try #require(found).item())
          #expect(abs(slope - exact) <= 3e-7 * abs(exact), "\(x) / \(y)")
        }
      }
    }
  }

  /// σ(x) − t, the slope of a binary cross-entropy, keeps its digits where σ(x) is next to t.
  @Test(arguments: [0, 1, 0.25] as [Float])
  func aBinaryCrossEntropyKeepsItsDigits(_ t: Float) throws {
    for x in stride(from: Float(-80), through: 80, by: 0.37) {
      let logit = Tensor([x], requiresGrad: true)
      let loss = bceWithLogits(logit, Tensor([t]))
      loss.backward()
      let (z, t) = (Double(x), Double(t))
      let exact = max(z, 0) - z * t + log1p(exp(-abs(z)))
      let slope = t == 1 ? -1 / (1 + exp(z)) : 1 / (1 + exp(-z)) - t
      #expect(abs(Double(loss.item()) - exact) <= 1e-6 * exact, "at \(x)")
      let found = Double(try #require(logit.grad).item())
      #expect(abs(found - slope) <= 1e-6 * abs(slope) + (t == 0.25 ? 1e-7 : 0), "at \(x)")
    }
  }

  @Test func aMeanOfGreatNumbersIsANumber() {
    let x = Tensor.full([1000], 3e38)
    #expect(x.mean().item() == 3e38)
    let logits = Tensor([[3e38, 0], [3e38, 0]])
    #expect(crossEntropy(logits, [1, 1]).item() == 3e38)
    #expect(bceWithLogits(x, .zeros([1000])).item() == 3e38)
    #expect(mseLoss(Tensor([1e19, 1.5e19, 1e19, 1e19]), .zeros([4])).item() > 1e38)
  }

  /// A float32 sum of ones ends at 2²⁴, where 1 more changes nothing.
  @Test func sumsOfManyRowsCountThemAll() {
    let rows = 20_000_000
    #expect(Tensor.ones([rows, 2]).sum(dim: 0).values == [2e7, 2e7])
    let bias = Tensor.zeros([2], requiresGrad: true)
    (Tensor.ones([rows, 2]) + bias).sum().backward()
    #expect(bias.grad?.values == [2e7, 2e7])
  }

  /// 1/(−0) is −∞: a factor and a sign keep the sign of 0.
  @Test func zeroKeepsItsSign() {
    let zero = Tensor([0])
    #expect((1 / -zero).item() == -.infinity)
    #expect((1 / (zero * -2)).item() == -.infinity)
    #expect((1 / (-zero * 2)).item() == -.infinity)
    #expect((1 / (-zero).elu()).item() == -.infinity)
    #expect((1 / (-zero + 0)).item() == .infinity)
  }

  /// A layer without inputs says its bias, which PyTorch begins at 0.
  @Test func aLayerWithoutInputsHasABias() throws {
    var generator = SeededGenerator(seed: 1)
    let layer = Linear(0, 3, using: &generator)
    #expect(layer(.zeros([2, 0])).values == [0, 0, 0, 0, 0, 0])
    #expect(try #require(Conv2d(0, 2, kernel: 3, using: &generator).bias).values == [0, 0])
  }

  /// 1 − α of RMSProp is not what float32 makes of it, which is off by a thousandth here.
  @Test func aSlowMeanSquareKeepsItsDigits() {
    let w = Tensor([0], requiresGrad: true)
    let optimiser = RMSProp([w], lr: 1, alpha: 0.99999, eps: 0)
    w.grad = Tensor([1])
    optimiser.step()
    #expect(abs(Double(w.item()) + 1 / 1e-5.squareRoot()) <= 1e-3)
  }
}
