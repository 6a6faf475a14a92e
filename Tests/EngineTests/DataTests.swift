import Engine
import Testing

@Suite struct DataTests {
  @Test func allDigitsArePresent() {
    let digits = Digits()
    #expect(digits.training.x.shape == [1437, 64] && digits.test.x.shape == [360, 64])
    let labels = digits.training.y + digits.test.y
    // The counts are those of the data set's description.
    let counts = (0..<10).map { digit in labels.count { $0 == digit } }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
  }

  /// Pixels have 17 levels, from 0 to 16, and their sum is that of the file.
  @Test func pixelsMatchTheFile() {
    let (training, test) = (Digits().training.x, Digits().test.x)
    let levels = Set(training.values).sorted()
    #expect(levels.count == 17)
    let level = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
    let pixels = (training.values + test.values).compactMap { level[$0] }
    #expect(pixels.count == 1797 * 64)
    #expect(pixels.reduce(0, +) == 561_718)
  }

  @Test func theTrainingPartIsStandardised() {
    let statistics = Digits().training.x.statistics
    #expect(abs(statistics.mean) <= 1e-6 && abs(statistics.std - 1) <= 1e-6)
    let test = Digits().test.x.statistics
    #expect(abs(test.mean) > 1e-4 && abs(test.mean) < 0.1)
  }

  @Test(arguments: [[64], [8, 8], [1, 8, 8], [16, 4]])
  func imagesHaveTheRequestedShape(_ shape: [Int]) {
    let digits = Digits(shape: shape)
    #expect(digits.test.x.shape == [360] + shape)
    #expect(digits.test.x.values == Digits().test.x.values)
  }

  /// Every digit is equally frequent in both parts, since they are shuffled.
  @Test func bothPartsContainAllDigits() {
    let test = Digits().test
    for digit in 0..<10 { #expect((20...52).contains(test.y.count { $0 == digit })) }
    #expect(test.y != test.y.sorted())
  }

  private func numbered(_ count: Int) -> Examples {
    Examples(x: Tensor((0..<count).map { Float($0) }, shape: [count, 1]), y: Array(0..<count))
  }

  @Test func batchesUseAllExamplesBeforeRepeating() {
    var generator = SeededGenerator(seed: 1)
    let batches = Array(numbered(12).batches(of: 4, steps: 9, using: &generator))
    #expect(batches.count == 9 && batches.allSatisfy { $0.x.shape == [4, 1] })
    #expect(batches.allSatisfy { $0.x.values == $0.y.map { Float($0) } })
    let epochs = stride(from: 0, to: 9, by: 3).map { batches[$0..<$0 + 3].flatMap(\.y) }
    #expect(epochs.allSatisfy { $0.sorted() == Array(0..<12) })
    #expect(Set(epochs).count == 3)
  }

  @Test func incompleteBatchesAreSkipped() {
    var generator = SeededGenerator(seed: 2)
    let batches = Array(numbered(7).batches(of: 3, steps: 4, using: &generator))
    #expect(Set(batches[0].y + batches[1].y).count == 6)
    #expect(Set(batches[2].y + batches[3].y).count == 6)
  }

  @Test func theSeedDeterminesTheOrder() {
    func order(_ seed: Int) -> [Int] {
      var generator = SeededGenerator(seed: seed)
      return numbered(20).batches(of: 5, steps: 8, using: &generator).flatMap(\.y)
        + numbered(20).shuffled(using: &generator).y
    }
    #expect(order(1) == order(1) && order(1) != order(2))
  }

  /// Over many shuffles of three examples, all six orders are about equally frequent.
  @Test func allOrdersAreEquallyLikely() {
    var generator = SeededGenerator(seed: 3)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 { counts[numbered(3).shuffled(using: &generator).y, default: 0] += 1 }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { abs($0 - 1000) <= 5 * 29 })
  }

  @Test func aSplitKeepsAllExamples() {
    let (first, rest) = numbered(9).split(first: 7)
    #expect(first.y + rest.y == Array(0..<9) && rest.x.values == [7, 8])
  }

  @Test func theTargetIsTheSumOfTheMarkedNumbers() {
    var generator = SeededGenerator(seed: 4)
    let (x, y) = addingProblem(length: 11, batch: 400, using: &generator)
    #expect(x.shape == [11, 400, 2] && y.shape == [400, 1])
    let (numbers, sums) = (x.values, y.values)
    for sequence in 0..<400 {
      let offsets = (0..<11).map { 2 * ($0 * 400 + sequence) }
      let marked = offsets.indices.filter { numbers[offsets[$0] + 1] == 1 }
      #expect(marked.count == 2 && marked[0] < 5 && marked[1] >= 5)
      #expect(sums[sequence] == marked.reduce(0) { $0 + numbers[offsets[$1]] })
    }
    // Always answering 1 has a mean squared error of 1/6.
    let error = sums.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / 400
    #expect(abs(error - 1 / 6) <= 0.05)
  }

  @Test func spiralsWindAroundTheCentre() {
    var generator = SeededGenerator(seed: 5)
    let spirals = spirals(points: 50, arms: 3, noise: 0, using: &generator)
    #expect(spirals.x.shape == [150, 2])
    #expect(
      spirals.y == [Int](repeating: 0, count: 50) + [Int](repeating: 1, count: 50)
        + [Int](repeating: 2, count: 50))
    let x = spirals.x.values
    for point in 0..<150 {
      let distance = (x[2 * point] * x[2 * point] + x[2 * point + 1] * x[2 * point + 1])
        .squareRoot()
      #expect(abs(distance - Float(point % 50) / 50) <= 1e-6)
    }
  }

  @Test func targetsMatchTheSymbols() {
    var generator = SeededGenerator(seed: 6)
    let first = SymbolSequences.firstSymbol(length: 6, batch: 40, using: &generator)
    #expect(first.targets == first.tokens.map { $0[0] } && Set(first.targets) == [0, 1, 2, 3])
    let reversed = SymbolSequences.reverse(length: 5, batch: 7, using: &generator)
    #expect(reversed.targets == reversed.tokens.flatMap { $0.reversed() })
    let sorted = SymbolSequences.sort(length: 5, batch: 7, using: &generator)
    #expect(sorted.targets == sorted.tokens.flatMap { $0.sorted() })
    #expect(sorted.tokens != reversed.tokens)
  }

  @Test func oneHotMarksEverySymbol() {
    var generator = SeededGenerator(seed: 7)
    let task = SymbolSequences.reverse(length: 3, batch: 2, symbols: 5, using: &generator)
    let x = task.oneHot
    #expect(x.shape == [3, 2, 5] && x.values.reduce(0, +) == 6)
    for (sequence, tokens) in task.tokens.enumerated() {
      for (time, token) in tokens.enumerated() {
        #expect(x.values[(time * 2 + sequence) * 5 + token] == 1)
      }
    }
  }
}
