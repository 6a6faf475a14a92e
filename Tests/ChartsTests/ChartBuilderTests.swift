import Charts
import Testing

@Suite struct ChartBuilderTests {
  @Test("marks are in the order of the block")
  func order() {
    let ready = [Mark(.verticalRule(x: .number(9)))]
    let chart = Chart {
      for step in 0..<3 {
        let square = step * step
        LineMark(x: step, y: square, series: "square")
      }
      ready
      RuleMark(y: 4)
    }
    #expect(
      chart.marks == [
        Mark(.line(x: .number(0), y: .number(0)), series: "square"),
        Mark(.line(x: .number(1), y: .number(1)), series: "square"),
        Mark(.line(x: .number(2), y: .number(4)), series: "square"),
        Mark(.verticalRule(x: .number(9))),
        Mark(.horizontalRule(y: .number(4))),
      ])
  }

  @Test("conditions select marks", arguments: [true, false])
  func conditions(_ condition: Bool) {
    let value: Int? = condition ? 1 : nil
    let chart = Chart {
      if condition { PointMark(x: 0, y: 0) }
      if let value { PointMark(x: value, y: 1) }
      if condition { RuleMark(x: 1) } else { RuleMark(y: 2) }
      switch condition {
      case true: TextMark("yes", x: 0, y: 0)
      case false: TextMark("no", x: 0, y: 0)
      }
    }
    let rule: Mark.Shape = condition ? .verticalRule(x: .number(1)) : .horizontalRule(y: .number(2))
    #expect(chart.marks.count == (condition ? 4 : 2))
    #expect(chart.marks.contains(Mark(rule)))
    #expect(
      chart.marks.last?.shape
        == .text(condition ? "yes" : "no", x: .number(0), y: .number(0)))
  }

  @Test("an empty block gives an empty chart")
  func empty() {
    #expect(Chart {}.marks.isEmpty)
  }

  @Test("an error thrown in the block is rethrown")
  func errors() {
    struct Failure: Error {}
    func value() throws -> Int { throw Failure() }
    #expect(throws: Failure.self) { try Chart { PointMark(x: 0, y: try value()) } }
  }

  @Test("an annotation applies to every mark and changes nothing else")
  func annotations() {
    let marks = LineMark(x: "a", y: 1, series: "s").annotation("peak")
    #expect(
      marks == [Mark(.line(x: .category("a"), y: .number(1)), series: "s", annotation: "peak")])
    #expect((marks + marks).annotation("x").map(\.annotation) == ["x", "x"])
  }
}
