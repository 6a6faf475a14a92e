import Engine
import Testing

/// Results of operations that rearrange numbers, on examples.
@Suite struct MovementTests {
  private let x = Tensor([[0, 1, 2], [3, 4, 5]])

  @Test func aReshapeKeepsTheOrder() {
    #expect(x.reshape([3, -1]).shape == [3, 2])
    #expect(x.reshape([3, 2]).values == x.values)
    #expect(Tensor.zeros([2, 3, 4]).flatten(from: 1).shape == [2, 12])
    #expect(Tensor(1).flatten().shape == [1])
    #expect(x.unsqueeze(1).shape == [2, 1, 3])
    #expect(x.unsqueeze(-1).shape == [2, 3, 1])
  }

  @Test func aTranspositionExchangesRowsAndColumns() {
    #expect(x.transpose().values == [0, 3, 1, 4, 2, 5])
    #expect(x.transpose().shape == [3, 2])
  }

  /// The number at (i, j, k) is moved to (k, i, j).
  @Test func aPermutationMovesDimensions() {
    let x = Tensor((0..<24).map { Float($0) }, shape: [2, 3, 4])
    let y = x.permute([2, 0, 1])
    #expect(y.shape == [4, 2, 3])
    for (i, j, k) in [(0, 0, 0), (1, 2, 3), (1, 0, 2), (0, 2, 1)] {
      #expect(y[k, i, j].item() == x[i, j, k].item())
    }
    #expect(y.permute([1, 2, 0]).values == x.values)
  }

  @Test func indicesSelectPositionsAndRanges() {
    #expect(x[1].values == [3, 4, 5])
    #expect(x[-1, 0].item() == 3)
    #expect(x[0..., 1].values == [1, 4])
    #expect(x[0..., 1..<3].values == [1, 2, 4, 5])
    #expect(x[0...0, ...1].values == [0, 1])
    #expect(x[0...0, ...1].shape == [1, 2])
    #expect(x[2...].shape == [0, 3])
  }

  @Test(arguments: [0, 1, -1])
  func concatenationJoinsItsParts(_ dim: Int) {
    let whole = concatenate([x, x + 10], dim: dim)
    let parts = dim == 0 ? (whole[..<2], whole[2...]) : (whole[0..., ..<3], whole[0..., 3...])
    #expect(parts.0.values == x.values)
    #expect(parts.1.values == (x + 10).values)
  }

  @Test(arguments: [(0, [2, 2, 3]), (1, [2, 2, 3]), (-1, [2, 3, 2])])
  func aStackHasItsTensorsAlongANewDimension(_ dim: Int, _ shape: [Int]) {
    let whole = stack([x, -x], dim: dim)
    #expect(whole.shape == shape)
    let axis = dim < 0 ? 2 : dim
    let order = [axis] + (0..<3).filter { $0 != axis }
    #expect(whole.permute(order)[1].values == (-x).values)
  }

  @Test func paddingAddsZeros() {
    #expect(x.pad(dim: 1, before: 1, after: 2)[0].values == [0, 0, 1, 2, 0, 0])
    #expect(x.pad(dim: 0, after: 1).values == x.values + [0, 0, 0])
  }

  @Test func argmaxReturnsTheFirstMaximum() {
    let y = Tensor([[1, 5, 5], [7, 2, .nan]])
    #expect(y.argmax(dim: 1) == [1, 2])
    #expect(y.argmax(dim: 0) == [1, 0, 1])
    #expect(y.argmax() == 5)
  }

  @Test func comparisonsMakeMasks() {
    let y = Tensor([-1, 0, 1])
    #expect((y .> 0).values == [0, 0, 1])
    #expect((y .>= 0).values == [0, 1, 1])
    #expect((y .< 0).values == [1, 0, 0])
    #expect((y .<= 0).values == [1, 1, 0])
    #expect((y .== 0).values == [0, 1, 0])
    #expect((y .!= 0).values == [1, 0, 1])
    #expect((y .< y.reshape([3, 1])).values == [0, 0, 0, 1, 0, 0, 1, 1, 0])
    #expect((Tensor([.nan]) .== .nan).values == [0])
  }

  @Test func powersOfSmallIntegersAreExact() {
    let y = Tensor([-2, 0, 3])
    #expect(y.square().values == [4, 0, 9])
    #expect(y.abs().values == [2, 0, 3])
    #expect(y.pow(3).values == [-8, 0, 27])
    #expect(Tensor([0, 4, 2.25]).sqrt().values == [0, 2, 1.5])
    #expect(y.sqrt().values[0].isNaN)
  }
}
