import Engine
import Foundation
import Testing

/// Results within the range of float32, 10⁻³⁸ to 10³⁸, are correct even if a naive intermediate result
/// would overflow or underflow.
@Suite struct RangeTests {
  /// The gradients 1/b and −a/b² of a quotient are correct wherever they and the quotient are finite.
  @Test func quotientGradientsDoNotOverflow() throws {
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

  /// σ(x) − t, the gradient of a binary cross-entropy, is precise where σ(x) is close to t.
  @Test(arguments: [0, 1, 0.25] as [Float])
  func binaryCrossEntropyKeepsItsPrecision(_ t: Float) throws {
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

  @Test func meansOfLargeNumbersDoNotOverflow() {
    let x = Tensor.full([1000], 3e38)
    #expect(x.mean().item() == 3e38)
    let logits = Tensor([[3e38, 0], [3e38, 0]])
    #expect(crossEntropy(logits, [1, 1]).item() == 3e38)
    #expect(bceWithLogits(x, .zeros([1000])).item() == 3e38)
    #expect(mseLoss(Tensor([1e19, 1.5e19, 1e19, 1e19]), .zeros([4])).item() > 1e38)
  }

  /// A naive float32 sum of ones stops at 2²⁴, where adding 1 changes nothing.
  @Test func sumsOfManyRowsAreExact() {
    let rows = 20_000_000
    #expect(Tensor.ones([rows, 2]).sum(dim: 0).values == [2e7, 2e7])
    let bias = Tensor.zeros([2], requiresGrad: true)
    (Tensor.ones([rows, 2]) + bias).sum().backward()
    #expect(bias.grad?.values == [2e7, 2e7])
  }

  /// 1/(−0) is −∞: multiplication and negation preserve the sign of 0.
  @Test func zeroKeepsItsSign() {
    let zero = Tensor([0])
    #expect((1 / -zero).item() == -.infinity)
    #expect((1 / (zero * -2)).item() == -.infinity)
    #expect((1 / (-zero * 2)).item() == -.infinity)
    #expect((1 / (-zero).elu()).item() == -.infinity)
    #expect((1 / (-zero + 0)).item() == .infinity)
  }

  /// A layer without inputs returns its bias, which is initially 0 as in PyTorch.
  @Test func layersWithoutInputsReturnTheirBias() throws {
    var generator = SeededGenerator(seed: 1)
    let layer = Linear(0, 3, using: &generator)
    #expect(layer(.zeros([2, 0])).values == [0, 0, 0, 0, 0, 0])
    #expect(try #require(Conv2d(0, 2, kernel: 3, using: &generator).bias).values == [0, 0])
  }

  /// 1 − α is computed in double: in float32 it would be wrong by a thousandth here.
  @Test func rmsPropIsPreciseForLargeAlpha() {
    let w = Tensor([0], requiresGrad: true)
    let optimiser = RMSProp([w], lr: 1, alpha: 0.99999, eps: 0)
    w.grad = Tensor([1])
    optimiser.step()
    #expect(abs(Double(w.item()) + 1 / 1e-5.squareRoot()) <= 1e-3)
  }
}
