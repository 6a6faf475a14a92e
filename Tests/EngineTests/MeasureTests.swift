import Engine
import Foundation
import Testing

/// Properties of measures; `TrainingReferenceTests` compares some with PyTorch's.
@Suite struct MeasureTests {
  /// The result does not depend on whether a block is summed in float32 or in double.
  @Test(arguments: [1e-30, 1e-12, 1, 1e14, 1e30] as [Float], [0, 1, 63, 64, 1000, 1024, 2111])
  func normsMatchDoublePrecision(_ scale: Float, _ count: Int) {
    var generator = SeededGenerator(seed: 4)
    var x = Tensor.normal([count], using: &generator) * scale
    expectNorm(x)
    // One number that dominates the norm, and one that makes it infinite or NaN.
    x = Tensor(x.values.dropLast() + [scale * 1e6])
    expectNorm(x)
    #expect(Tensor(x.values + [.infinity]).norm() == .infinity)
    #expect(Tensor([.nan] + x.values).norm().isNaN)
  }

  private func expectNorm(_ x: Tensor) {
    let exact = x.values.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    #expect(abs(x.norm() - exact) <= 1e-6 * exact)
  }

  @Test func accuracyCountsCorrectRows() {
    let logits = Tensor([[1, 3, 2], [5, 4, 0], [0, 0, 1], [2, 2, 1]])
    #expect(accuracy(logits, [1, 0, 2, 0]) == 1)
    #expect(accuracy(logits, [1, 1, 2, 1]) == 0.5)
    // The same rows as two sequences of two.
    #expect(accuracy(Tensor(logits.values, shape: [2, 2, 3]), [1, 0, 0, 0]) == 0.75)
  }

  @Test func rowsWithNaNAreNeverCorrect() {
    #expect(accuracy(.full([10, 10], .nan), Array(0..<10)) == 0)
    #expect(accuracy(Tensor([[-.infinity, .infinity]]), [1]) == 1)
  }

  @Test func theCosineIsThatOfTheAngle() {
    let x = Tensor([3, 4])
    #expect(abs(cosineSimilarity(x, x * 7) - 1) <= 1e-7)
    #expect(abs(cosineSimilarity(x, -x) + 1) <= 1e-7)
    #expect(abs(cosineSimilarity(x, Tensor([-4, 3]))) <= 1e-7)
    #expect(cosineSimilarity(x, .zeros([2])) == 0)
    #expect(abs(cosineSimilarity([x, x], [x, Tensor([-4, 3])]) - 0.5) <= 1e-7)
  }

  /// The angle between a vector and its multiples is 0 or π, not NaN: rounding does not exceed ±1.
  @Test(arguments: 1...200)
  func cosinesNeverExceedOne(_ seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let x = Tensor.normal([seed], using: &generator)
    #expect(acos(cosineSimilarity(x, x)) <= 1e-7)
    #expect(acos(cosineSimilarity(x, -x * 4)) >= .pi - 1e-7)
  }

  @Test func theCosineIgnoresScale() {
    var generator = SeededGenerator(seed: 1)
    let (a, b) = (Tensor.normal([40], using: &generator), Tensor.normal([40], using: &generator))
    let cosine = cosineSimilarity(a, b)
    #expect(abs(cosineSimilarity(a * 1e30, b * 1e-30) - cosine) <= 1e-6)
  }

  @Test func rowsAreComparedInPairs() {
    #expect(abs(Tensor([[1, 1], [2, 2], [3, 3]]).meanCosineBetweenRows() - 1) <= 1e-7)
    #expect(abs(Tensor([[1, 0], [0, 5], [0, 0]]).meanCosineBetweenRows()) <= 1e-7)
    // Three pairs: a right angle, and two of 45°.
    let mean = Tensor([[1, 0], [0, 1], [1, 1]]).meanCosineBetweenRows()
    #expect(abs(mean - 0.5.squareRoot() * 2 / 3) <= 1e-7)
  }

  @Test func theSpectralNormIsTheGreatestStretch() {
    #expect(abs(Tensor([[3, 0], [0, -7], [0, 0]]).spectralNorm() - 7) <= 1e-9)
    #expect(Tensor.zeros([3, 4]).spectralNorm() == 0)
    var generator = SeededGenerator(seed: 2)
    let (w, x) = (
      Tensor.normal([20, 30], using: &generator), Tensor.normal([1, 30], using: &generator)
    )
    #expect(linear(x, w).norm() / x.norm() < w.spectralNorm())
    #expect(abs((w * 2).spectralNorm() / w.spectralNorm() - 2) <= 1e-6)
  }

  /// A shear has a large norm, but its powers grow only with its eigenvalues.
  @Test func theSpectralRadiusIsTheAsymptoticGrowth() {
    #expect(abs(Tensor([[0, -1.1], [1.1, 0]]).spectralRadius() - 1.1) <= 1e-6)
    #expect(abs(Tensor([[0.5, 100], [0, 0.25]]).spectralRadius() - 0.5) <= 1e-5)
    #expect(Tensor([[0, 1], [0, 0]]).spectralRadius() == 0)
    #expect(Tensor([[.infinity, 1], [0, 0]]).spectralRadius().isNaN)
    #expect(abs(Tensor([[1e-9, 0], [0, 1e-10]]).spectralRadius() / 1e-9 - 1) <= 1e-6)
  }

  @Test func statisticsUseDoublePrecision() {
    let far = (Tensor([1, 2, 3, 4]) + 1_000_000).statistics
    #expect(far.mean == 1_000_002.5 && far.variance == 1.25 && far.count == 4)
    let plain = Tensor([1, 3]).statistics
    #expect(plain.std == 1 && plain.meanSquare == 5)
    // A single number has variance 0, as in PyTorch with correction 0; an empty tensor has no mean.
    #expect(Tensor([3]).statistics.variance == 0 && Tensor([]).statistics.mean.isNaN)
    #expect(Tensor([.infinity, -.infinity]).statistics.meanSquare == .infinity)
  }

  @Test func quantilesInterpolateBetweenNeighbours() {
    #expect(median([3, 1, 2]) == 2 && median([4, 1, 2, 3]) == 2.5)
    #expect(quantile([1, 2, 4], 0.75) == 3)
    #expect(quantile([5, 1], 0) == 1 && quantile([5, 1], 1) == 5)
    #expect(median([7]) == 7 && median([1, .nan]).isNaN)
    #expect(quantile([.infinity, .infinity, 1], 0.75) == .infinity)
  }

  /// Between a number and an infinity, quantiles are infinite; between both infinities they are NaN.
  @Test(arguments: [0, 0.125, 0.25, 0.5, 0.75, 0.875, 1])
  func quantilesHandleInfinities(_ q: Double) {
    #expect(quantile([-.infinity, 1], q) == (q < 1 ? -.infinity : 1))
    #expect(quantile([.infinity, 1], q) == (q > 0 ? .infinity : 1))
    let both = quantile([.infinity, -.infinity], q)
    #expect(q == 0 ? both == -.infinity : q == 1 ? both == .infinity : both.isNaN)
    let wide = [-1.5e308, 1.5e308]
    #expect(abs(quantile(wide, q) - (2 * q - 1) * 1.5e308) <= 1e293)
  }

  @Test func aHistogramCountsEveryNumberOnce() {
    let x = Tensor([-1, -0.5, 0, 0.5, 0.99, 1, 1.01, -2, .nan, .infinity])
    let histogram = x.histogram(bins: 4, in: -1...1)
    #expect(histogram.counts == [1, 1, 1, 3] && histogram.outside == 4)
    #expect(histogram.edges == [-1, -0.5, 0, 0.5, 1])
    #expect(histogram.centres == [-0.75, -0.25, 0.25, 0.75])
  }

  /// Every number is counted in the bin whose edges enclose it, a number on an edge in the upper one.
  @Test(arguments: [(0.0, 100.0, 1000), (-1, 1, 7), (0, 0.7, 7), (-4, 6, 50), (1e-3, 1, 999)])
  func edgesEncloseTheirNumbers(_ low: Double, _ high: Double, _ bins: Int) throws {
    let edges = Tensor([]).histogram(bins: bins, in: low...high).edges
    for bin in 0..<bins {
      let edge = Float(edges[bin])
      for x in [edge.nextDown, edge, edge.nextUp] where (low...high).contains(Double(x)) {
        let counts = Tensor([x]).histogram(bins: bins, in: low...high).counts
        let found = try #require(counts.firstIndex(of: 1))
        #expect(edges[found] <= Double(x), "\(x)")
        #expect(found == bins - 1 || Double(x) < edges[found + 1], "\(x)")
      }
    }
  }

  /// The densities times the width of a bin add up to the share of the numbers inside.
  @Test func densitiesAddUpToTheShareInside() {
    var generator = SeededGenerator(seed: 3)
    let histogram = Tensor.normal([10_000], using: &generator).histogram(bins: 30, in: -1...1)
    let share = histogram.densities.reduce(0, +) * 2 / 30
    #expect(abs(share - 0.6827) <= 0.025)
  }

  @Test func unitsWithoutOutputAreDead() {
    let x = Tensor([[0, 1, 0, 1e-20], [0, 0, -1, 0]])
    #expect(x.deadShare() == 0.5)
    #expect(x.deadShare(below: 1e-30) == 0.25)
    #expect(x.deadShare(dim: 0) == 0)
    // Two channels of 1×2 pixels in two images.
    let images = Tensor([0, 0, 1, 0, 0, 0, 0, 0], shape: [2, 2, 1, 2])
    #expect(images.deadShare(dim: 1) == 0.5)
  }

  @Test func saturationIsNearnessToAnEnd() {
    let x = Tensor([-1, -0.98, 0, 0.5, 0.995])
    #expect(x.saturatedShare() == 0.4)
    #expect(x.saturatedShare(margin: 0.05) == 0.6)
    #expect(Tensor([0.001, 0.5, 0.999, 0.98]).saturatedShare(of: 0...1) == 0.5)
  }
}
