import Charts
import Drawing
import Testing

/// Numbers in the cells of a heat map.
@Suite struct CellNumbersTests {
  @Test("a small heat map shows all its numbers", arguments: Drawing.Size.allCases)
  func small(_ size: Drawing.Size) throws {
    let values = [[2.3e-62, 1.4, 2e-12], [0.013, 0.57, 1], [1.5e-15, 0.9, 4.1]]
    let chart = Chart {
      HeatMap(values, x: ["Xavier", "He", "orthogonal"], y: ["sigmoid", "tanh", "leaky ReLU"])
    }
    let svg = try ParsedSVG(chart, size)
    let numbers = svg.texts.filter { $0.kind.hasPrefix("inside") }.map(\.text)
    #expect(numbers.joined(separator: " ").contains("2.3 × 10−62"))
    for number in ["1.4", "0.013", "0.57", "1", "0.9", "4.1"] {
      #expect(numbers.contains(number), "\(numbers)")
    }
    for one in svg.texts where one.kind.hasPrefix("inside") {
      for other in svg.texts where other.box != one.box {
        #expect(!one.box.overlaps(other.box), "\(one.text), \(other.text)")
      }
    }
  }

  @Test("numbers in narrow cells use an 11 px font")
  func letters() throws {
    let chart = Chart { HeatMap((0..<4).map { row in (0..<9).map { Double(row + $0) / 10 } }) }
    let numbers = try ParsedSVG(chart, .narrow).texts.filter { $0.kind.hasPrefix("inside") }
    #expect(numbers.count == 36)
  }
}
