import Charts
import Testing

@Suite struct FacetTests {
  @Test func allMarksOfABlockAreInItsPanel() {
    let marks = Facet("a") {
      LineMark(x: 1, y: 2, series: "s").annotation("w")
      RuleMark(y: 0)
    }.marks
    #expect(marks.map(\.facet) == ["a", "a"])
    #expect(marks[0].annotation == "w" && marks[0].series == "s")
  }

  @Test func panelNamesCombineColumnAndRow() {
    let marks = Facet("tanh", row: 10) { PointMark(x: 1, y: 1, series: "s") }.marks
    #expect(marks.map(\.facet) == ["tanh"] && marks.map(\.facetRow) == ["10"])
    #expect(DataTable(of: Chart(marks: marks)).header == ["x", "tanh, 10: s"])
  }

  @Test func numericPanelNamesAreFormatted() {
    #expect(PointMark(x: 1, y: 1).facet(by: 0.5).map(\.facet) == ["0.5"])
  }
}
