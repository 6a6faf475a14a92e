import Engine
import Foundation
import Testing

@Suite struct TrainingTests {
  /// Two inputs, one bit: the smallest task that no single layer can do.
  @Test func anXorIsLearned() {
    var generator = SeededGenerator(seed: 4)
    let network = Sequential(
      Linear(2, 8, using: &generator), .tanh, Linear(8, 2, using: &generator))
    let optimiser = SGD(network.parameters, lr: 0.5, momentum: 0.9)
    let (x, targets) = (Tensor([[0, 0], [0, 1], [1, 0], [1, 1]]), [0, 1, 1, 0])
    for _ in 0..<200 {
      optimiser.zeroGrad()
      crossEntropy(network(x), targets).backward()
      optimiser.step()
    }
    #expect(crossEntropy(network(x), targets).item() < 0.05)
  }

  /// Ten thousand steps in a process of their own, the last nine thousand of which may not grow it.
  @Test func trainingTakesNoFurtherMemory() async {
    await #expect(processExitsWith: .success) {
      var generator = SeededGenerator(seed: 5)
      let network = Sequential(
        Linear(8, 32, using: &generator), .relu, Linear(32, 10, using: &generator))
      let optimiser = SGD(network.parameters, lr: 0.01)
      let x = Tensor.normal([16, 8], using: &generator)
      var pagesBefore = 0
      for step in 0..<10_000 {
        if step == 1000 { pagesBefore = try residentPages() }
        optimiser.zeroGrad()
        crossEntropy(network(x), (0..<16).map { $0 % 10 }).backward()
        optimiser.step()
      }
      #expect(try residentPages() - pagesBefore <= 16)
    }
  }

  @Test func theSameSeedTrainsToTheSameBits() {
    func train() -> [Float] {
      var generator = SeededGenerator(seed: 6)
      let layer = Linear(5, 3, using: &generator)
      let optimiser = SGD(layer.parameters, lr: 0.1)
      let x = Tensor.normal([9, 5], using: &generator)
      for _ in 0..<20 {
        optimiser.zeroGrad()
        crossEntropy(layer(x), (0..<9).map { $0 % 3 }).backward()
        optimiser.step()
      }
      return layer.parameters.flatMap(\.values)
    }
    #expect(train() == train())
  }

  /// √Σx² where a float32 sum of squares is 0 or ∞.
  @Test(arguments: [1e-30, 1, 1e30] as [Float])
  func normsNeitherVanishNorOverflow(_ size: Float) {
    let norm = Tensor.full([9, 11], size).norm()
    #expect(abs(norm / (Double(size) * 99.0.squareRoot()) - 1) <= 1e-12)
  }
}

/// The pages that this process has for itself; those that it shares with files come and go with the
/// code that happens to run.
private func residentPages() throws -> Int {
  let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
  return try #require(Int(fields[1])) - #require(Int(fields[2]))
}
