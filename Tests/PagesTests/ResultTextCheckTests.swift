import Charts
import Lessons
import Pages
import Records
import Testing

/// Formulas in the text of figures and tables are reported, since they are not typeset.
@Suite struct ResultTextCheckTests {
  private let cell = "```{swift}\nlet x = 1\n```\n"
  private let help =
    "help: write plain characters: x², 10⁻⁶, σ′; in a figure h_t and W_{t−1} have subscripts"

  private func messages(_ records: Record...) throws -> [String] {
    problems([try sample(cell, records)]).map(\.description)
  }

  private func figure(_ alt: String, title: String? = nil, x: String? = nil) -> Record {
    let chart = Chart(title: title, xAxis: Axis(x)) { LineMark(x: 0, y: 1) }
    return .figure(
      id: 1,
      Figure(name: "a", alt: alt, caption: nil, chart: chart, place: CellPlace(cell: 0, line: 0)))
  }

  @Test func aFormulaInAFiguresTextIsReportedOnce() throws {
    for record in [
      figure("The curve of $x^2$."), figure("A.", title: "Of $x^2$"), figure("A.", x: "in $x^2$"),
      figure("Of $x^2$.", title: "Of $y$"),
    ] {
      let words = try messages(record)
      #expect(words.count == 1)
      #expect(
        words.first?.hasPrefix("lessons/01-one.md:6: warning: the figure 'a' shows '$") == true)
      #expect(words.first?.hasSuffix(" as plain text\n" + help) == true)
    }
  }

  @Test func aFormulaInATablesHeaderIsReported() throws {
    #expect(
      try messages(table("b", columns: ["who", "$x^2$"])) == [
        "lessons/01-one.md:6: warning: the table 'b' shows '$x^2$' as plain text\n" + help
      ])
  }

  @Test func pricesAndSubscriptsAreNotFormulas() throws {
    #expect(try messages(figure("It costs $5 or $6; h_t and W_{t−1}, learning_rate.")) == [])
  }
}
