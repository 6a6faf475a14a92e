import Charts
import Testing

@Suite struct MarksTests {
  @Test("each type makes the shape of its name")
  func shapes() {
    let (one, two): (Datum, Datum) = (.number(1), .number(2))
    #expect(LineMark(x: 1, y: 2, series: "s").marks == [Mark(.line(x: one, y: two), series: "s")])
    #expect(PointMark(x: 1, y: 2).marks == [Mark(.point(x: one, y: two))])
    #expect(BarMark(x: "a", y: 2).marks == [Mark(.bar(x: .category("a"), y: two))])
    #expect(RuleMark(x: 1).marks == [Mark(.verticalRule(x: one))])
    #expect(RuleMark(y: 1).marks == [Mark(.horizontalRule(y: one))])
    #expect(TextMark("t", x: 1, y: 2).marks == [Mark(.text("t", x: one, y: two))])
    #expect(
      AreaMark(x: 1, yStart: 1, yEnd: 2).marks == [Mark(.area(x: one, yStart: one, yEnd: two))])
  }

  @Test("an area with one value starts at zero")
  func areaFromZero() {
    #expect(AreaMark(x: 1, y: 2).marks == AreaMark(x: 1, yStart: 0, yEnd: 2).marks)
  }

  @Test("a bar is horizontal if its y is a category")
  func horizontal() {
    #expect(BarMark(x: 2, y: "a").marks[0].isHorizontalBar)
    #expect(!BarMark(x: "a", y: 2).marks[0].isHorizontalBar)
  }
}
