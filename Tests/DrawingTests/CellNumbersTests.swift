import Charts
import Drawing
import Testing

/// Numbers in the cells of a heat map.
@Suite struct CellNumbersTests {
  @Test("a small map shows all its numbers, on phones too", arguments: Drawing.Size.allCases)
  func small(_ size: Drawing.Size) throws {
    let values = [[2.3e-62, 1.4, 2e-12], [0.013, 0.57, 1], [1.5e-15, 0.9, 4.1]]
    let chart = Chart {
      HeatMap(values, x: ["Xavier", "He", "orthogonal"], y: ["sigmoid", "tanh", "leaky ReLU"])
    }
    let svg = try ParsedSVG(chart, size)
    let text = svg.texts.filter { $0.kind.hasPrefix("inside") }.map(\.text)
    #expect(text.joined(separator: " ").contains("2.3 × 10−62"))
    for number in ["1.4", "0.013", "0.57", "1", "0.9", "4.1"] {
      #expect(text.contains(number), "\(text)")
    }
    for one in svg.texts where one.kind.hasPrefix("inside") {
      for other in svg.texts where other.box != one.box {
        #expect(!one.box.overlaps(other.box), "\(one.text), \(other.text)")
      }
    }
  }

  @Test("letters in cells are 11 px where others have no room")
  func letters() throws {
    let chart = Chart { HeatMap((0..<4).map { row in (0..<9).map { Double(row + $0) / 10 } }) }
    let text = try ParsedSVG(chart, .narrow).texts.filter { $0.kind.hasPrefix("inside") }
    #expect(text.count == 36)
  }
}
