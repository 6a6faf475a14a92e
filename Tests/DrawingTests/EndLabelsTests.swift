import Drawing
import Testing

@Suite struct EndLabelsTests {
  @Test("labels that do not collide are not moved")
  func free() {
    #expect(spread([10, 50, 90]) == [10, 50, 90])
  }

  @Test("colliding labels are moved by equal distances")
  func collision() {
    #expect(spread([50, 50]) == [40, 60])
    #expect(spread([50, 50, 50]) == [30, 50, 70])
  }

  @Test("a label at the edge is moved inside and moves its neighbour")
  func edges() {
    #expect(spread([0, 5]) == [10, 30])
    #expect(spread([95, 100]) == [70, 90])
  }

  @Test("labels that do not fit have no positions")
  func noRoom() {
    #expect(spread([1, 2, 3, 4, 5]) == [10, 30, 50, 70, 90])
    #expect(spread([1, 2, 3, 4, 5, 6]) == nil)
    #expect(spread([]) == [])
  }

  private func spread(_ wishes: [Double]) -> [Double]? {
    EndLabels.spread(wishes.map { (preferred: $0, height: 20) }, from: 0, to: 100)
  }
}
