import Drawing
import Testing

@Suite struct EndLabelsTests {
  @Test("labels with room stand where they wish")
  func free() {
    #expect(spread([10, 50, 90]) == [10, 50, 90])
  }

  @Test("labels that collide share the shift")
  func collision() {
    #expect(spread([50, 50]) == [40, 60])
    #expect(spread([50, 50, 50]) == [30, 50, 70])
  }

  @Test("a label at the edge is pushed inside and pushes its neighbour")
  func edges() {
    #expect(spread([0, 5]) == [10, 30])
    #expect(spread([95, 100]) == [70, 90])
  }

  @Test("labels that have no room are refused")
  func noRoom() {
    #expect(spread([1, 2, 3, 4, 5]) == [10, 30, 50, 70, 90])
    #expect(spread([1, 2, 3, 4, 5, 6]) == nil)
    #expect(spread([]) == [])
  }

  private func spread(_ wishes: [Double]) -> [Double]? {
    EndLabels.spread(wishes.map { (preferred: $0, height: 20) }, from: 0, to: 100)
  }
}
