import Charts
import Drawing
import Testing

/// Properties that hold for any number of small multiples.
@Suite struct PanelPropertyTests {
  private func chart(_ count: Int) -> Chart {
    Chart {
      for panel in 1...count {
        Facet("panel \(panel)") { for x in -4...4 { LineMark(x: x, y: x * x) } }
      }
    }
  }

  /// The number of panels in each row, and the distances between rows.
  private func rows(_ count: Int, _ size: Drawing.Size) throws -> (counts: [Int], gaps: [Double]) {
    let tops = try ParsedSVG(chart(count), size).elements.compactMap { element in
      element.attributes["transform"]?.firstMatch(of: /translate\([-\d.]+ ([-\d.]+)\)/).flatMap {
        Double($0.1)
      }
    }
    let rows = Dictionary(grouping: tops) { $0 }.sorted { $0.key < $1.key }
    let gaps = zip(rows, rows.dropFirst()).map { $1.key - $0.key }
    return (rows.map(\.value.count), gaps)
  }

  @Test("the last row has more than one panel", arguments: 2...16)
  func orphans(_ count: Int) throws {
    let wide = try rows(count, .wide).counts
    #expect(wide.reduce(0, +) == count)
    #expect(wide.count == 1 || wide.last != 1, "\(wide)")
    let narrow = try rows(count, .narrow).counts
    #expect(narrow.reduce(0, +) == count)
    #expect(narrow[0] == 1 || narrow.last != 1 || count > 5, "\(narrow)")
  }

  @Test("a panel is at least 130 px high", arguments: 2...16, Drawing.Size.allCases)
  func heights(_ count: Int, _ size: Drawing.Size) throws {
    #expect(try rows(count, size).gaps.allSatisfy { $0 > 150 })
  }

  @Test("the axis of each column of panels has two or more ticks", arguments: 2...16)
  func ticks(_ count: Int) throws {
    for size in Drawing.Size.allCases {
      let svg = try ParsedSVG(chart(count), size)
      let axes = Dictionary(grouping: svg.texts.filter { $0.axis != nil }) { $0.axis?.number ?? 0 }
      #expect(axes.values.allSatisfy { $0.count >= 2 })
    }
  }

  @Test("truncated panel names stay different")
  func names() throws {
    let chart = Chart {
      for panel in 1...4 {
        Facet("a network of fifty layers with weights of one half, seed \(panel)") {
          for x in 0...3 { LineMark(x: x, y: x) }
        }
      }
    }
    let names = try ParsedSVG(chart, .narrow).texts.filter { $0.kind == "facet" }.map(\.text)
    #expect((1...4).allSatisfy { panel in names.contains { $0.contains("\(panel)") } }, "\(names)")
  }
}
