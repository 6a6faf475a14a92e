import Engine
import Testing

@Suite struct MatmulTests {
  /// yᵢⱼ = Σₖ aᵢₖ·bₖⱼ, for all small sizes, 0 included.
  @Test func elementsAreSumsOfProducts() {
    var generator = SeededGenerator(seed: 1)
    for (m, k, n) in [
      (0, 2, 3), (2, 0, 3), (2, 3, 0), (1, 1, 1), (3, 5, 7), (17, 33, 9), (64, 32, 64),
    ] {
      let a = Tensor.normal([m, k], using: &generator)
      let b = Tensor.normal([k, n], using: &generator)
      let y = a.matmul(b)
      #expect(y.shape == [m, n])
      for (index, found) in y.values.enumerated() {
        let (i, j) = (index / n, index % n)
        let exact = (0..<k).reduce(0.0) {
          $0 + Double(a.values[i * k + $1]) * Double(b.values[$1 * n + j])
        }
        #expect(abs(Double(found) - exact) <= 1e-5)
      }
    }
  }

  /// With more threads the order of sums, and so the result, would depend on the machine.
  @Test func aProductUsesOneThread() {
    _ = Tensor.ones([2, 2]).matmul(.ones([2, 2]))
    #expect(BLAS.threads == 1)
  }

  /// A stack's product is the stack of its matrices' products.
  @Test func stacksAreMultipliedMatrixByMatrix() {
    var generator = SeededGenerator(seed: 2)
    let a = Tensor.normal([3, 2, 4], using: &generator)
    let b = Tensor.normal([3, 4, 5], using: &generator)
    let whole = a.matmul(b)
    #expect(whole.shape == [3, 2, 5])
    for i in 0..<3 {
      let one = Tensor(Array(a.values[(i * 8)..<(i * 8 + 8)]), shape: [2, 4])
        .matmul(Tensor(Array(b.values[(i * 20)..<(i * 20 + 20)]), shape: [4, 5]))
      #expect(Array(whole.values[(i * 10)..<(i * 10 + 10)]) == one.values)
    }
  }

  @Test func oneMatrixMultipliesEveryMatrixOfAStack() {
    var generator = SeededGenerator(seed: 3)
    let (stack, one) = (
      Tensor.normal([3, 4, 4], using: &generator), Tensor.normal([4, 4], using: &generator)
    )
    let copies = Tensor(Array(repeating: one.values, count: 3).flatMap { $0 }, shape: [3, 4, 4])
    #expect(close(stack.matmul(one), stack.matmul(copies)))
    #expect(close(one.matmul(stack), copies.matmul(stack)))
  }

  private func close(_ a: Tensor, _ b: Tensor) -> Bool {
    a.shape == b.shape && zip(a.values, b.values).allSatisfy { abs($0 - $1) <= 1e-5 }
  }
}
