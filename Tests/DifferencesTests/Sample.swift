import Charts
import Differences
import Lessons
import Records

/// Builds the results of a sample lesson, and compares two of them.
enum Sample {
  /// Two cells and two values: the claim's call is on line 7, the values are on line 9, the second
  /// cell's fence is line 11, and its figure and table are created on lines 13 and 14.
  static let body = """
    ```{swift}
    let a = measure()
    claim("little", a, atMost: 1)
    ```
    It is `{swift} a` of `{swift} b`.

    ```{swift}
    //| label: draws
    figure("decay")
    table("losses")
    ```
    """

  static func results(
    _ records: [Record], body: String = body, file: String = "lessons/01.md"
  ) -> LessonResults {
    var diagnostics: [Diagnostic] = []
    let text = "---\ntitle: T\ndescription: D.\n---\n\(body)\n"
    guard let lesson = Lesson.parse(text, file: file, diagnostics: &diagnostics) else {
      fatalError("\(diagnostics)")
    }
    return LessonResults(file: file, records: records, sources: lesson.steps.map(source))
  }

  private static func source(_ step: Step) -> LessonResults.Source {
    switch step {
    case .cell(let cell):
      LessonResults.Source(
        isCell: true, index: cell.index, session: step.session, label: cell.options.label,
        code: cell.code, lines: LessonResults.Lines(own: cell.fenceLine, code: cell.codeLine))
    case .value(let value):
      LessonResults.Source(
        isCell: false, index: value.index, session: step.session, code: value.code,
        lines: LessonResults.Lines(own: value.line, code: value.line))
    }
  }

  /// The report of the differences between two builds of the lesson, without colours.
  static func text(from old: [Record], to new: [Record]) -> String {
    Comparison(from: [results(old)], to: [results(new)]).text(colours: false)
  }

  static func json(from old: [Record], to new: [Record]) -> String {
    Comparison(from: [results(old)], to: [results(new)]).json
  }
}

extension Record {
  static func claim(
    _ name: String, _ numbers: [Double], _ demand: Claim.Demand = .atMost(bound: 1)
  ) -> Record {
    .claim(
      Claim(
        name: name, measured: .numbers(numbers), demand: demand, place: CellPlace(cell: 0, line: 1))
    )
  }

  static func claim(_ numbers: [Double], _ demand: Claim.Demand = .atMost(bound: 1)) -> Record {
    claim("little", numbers, demand)
  }

  static func claim(_ truths: [Bool], _ demand: Claim.Demand) -> Record {
    .claim(
      Claim(
        name: "runs", measured: .truths(truths), demand: demand, place: CellPlace(cell: 0, line: 1))
    )
  }

  static func figure(
    _ name: String = "decay", title: String? = nil, alt: String = "a", caption: String? = nil,
    @ChartBuilder marks: () -> [Mark]
  ) -> Record {
    let chart = Chart(title: title, xAxis: Axis("layer"), yAxis: Axis("gradient"), marks: marks())
    return .figure(
      id: 1,
      Figure(
        name: name, alt: alt, caption: caption, chart: chart, place: CellPlace(cell: 1, line: 0)))
  }

  static func line(_ values: [Double], series: String = "at most", from start: Int = 0) -> Record {
    figure {
      for (layer, y) in values.enumerated() { LineMark(x: start + layer, y: y, series: series) }
    }
  }

  static func table(
    _ rows: [[ResultTable.Entry]], columns: [String] = ["name", "loss"], caption: String? = nil
  ) -> Record {
    let place = CellPlace(cell: 1, line: 1)
    return .table(
      id: 2,
      ResultTable(
        name: "losses", columns: columns, rows: rows.map { ResultTable.Row($0, place: place) },
        caption: caption, place: place))
  }
}
