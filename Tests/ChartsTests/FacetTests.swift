import Charts
import Testing

@Suite struct FacetTests {
  @Test func allMarksOfABlockBelongToItsPanel() {
    let marks = Facet("a") {
      LineMark(x: 1, y: 2, series: "s").annotation("w")
      RuleMark(y: 0)
    }.marks
    #expect(marks.map(\.facet) == ["a", "a"])
    #expect(marks[0].annotation == "w" && marks[0].series == "s")
  }

  @Test func aNumberNamesAPanelAsItIsSet() {
    #expect(PointMark(x: 1, y: 1).facet(by: 0.5).map(\.facet) == ["0.5"])
  }
}
