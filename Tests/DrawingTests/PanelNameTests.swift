import Charts
import Drawing
import Testing

/// The names above a figure's panels.
@Suite struct PanelNameTests {
  private func lines(_ names: [String]) throws -> [ParsedSVG.Text] {
    let chart = Chart {
      for name in names { Facet(name) { for x in 0...3 { LineMark(x: x, y: x) } } }
    }
    return try ParsedSVG(chart, .narrow).texts.filter { $0.text.contains { "a"..."z" ~= $0 } }
  }

  @Test("panel names in narrow drawings wrap and are bottom-aligned")
  func twoLines() throws {
    let lines = try lines(["sigmoid, gain of one half", "tanh", "ELU", "GELU"])
    let names = lines.map(\.text).filter { !$0.hasSuffix("ELU") }.sorted()
    #expect(names.count == 3 && names.last == "tanh")
    #expect(Set(names.joined(separator: " ").split(separator: " ")).count == 6)
    let bottom = lines.filter { $0.text.contains("half") }.map(\.box.bottom).max()
    #expect(lines.first { $0.text == "tanh" }?.box.bottom == bottom)
  }

  @Test("a panel name that exceeds two lines is truncated")
  func cut() throws {
    let long = "a sigmoid network of fifty layers with weights of one half"
    let names = try lines([long, "tanh", "ELU", "GELU"]).map(\.text)
    #expect(names.count == 3)
    #expect(names.count { $0.hasSuffix("…") } == 1)
  }
}
