import Charts
import Testing

@Suite struct GridTests {
  @Test func positionsCountFromOneByDefault() {
    let grid = Grid([[1, 2, 3], [4, 5, 6]], y: ["a", "b"])
    #expect(grid.x == [.number(1), .number(2), .number(3)])
    #expect(grid.y == [.category("a"), .category("b")])
    #expect(grid.values == (1...6).map { .number(Double($0)) })
  }

  @Test func shortRowsAreFilledAndLongRowsCut() {
    #expect(Grid([[1, 2], [3]]).values.last == .number(.nan))
    let grid = Grid([[1, 2], [3, 4], [5, 6]], x: [7], y: [8, 9])
    #expect(grid.values == [.number(1), .number(3)])
    #expect(Grid([[1]], y: [8, 9]).values == [.number(1), .number(.nan)])
    #expect(Grid([[Double]]()).values.isEmpty)
  }

  @Test func functionsAreSampledIncludingBothEnds() {
    let grid = Grid(x: 0...2, y: -1...0, columns: 3, rows: 2) { x, y in x + 10 * y }
    #expect(grid.values == [-10, -9, -8, 0, 1, 2].map { .number($0) })
  }

  @Test func positionsHaveNoRoundingErrors() {
    let grid = Grid(x: -3.6...3.6, y: 0...0.3, columns: 19, rows: 4) { x, _ in x }
    let tenths = stride(from: -36, through: 36, by: 4).map { Double($0) / 10 }
    #expect(grid.x.compactMap(\.number) == tenths)
    #expect(grid.y.compactMap(\.number) == [0, 0.1, 0.2, 0.3])
  }

  @Test func mediansHaveNoRoundingErrors() {
    #expect(
      SpreadMark(x: 1, of: [0.1, 0.2]).marks[1].shape == .line(x: .number(1), y: .number(0.15)))
  }
}
