import Charts
import Lessons
import Pages
import Records
import Testing

/// The exact messages about data that a figure's drawings leave out.
@Suite struct FigureWarningsTests {
  private let cell = "```{swift}\nlet x = 1\nlet y = 2\n```\n"
  private let place = CellPlace(cell: 0, line: 1)

  private func messages(_ figure: Figure) throws -> [String] {
    let measured = [try sample(cell, [.figure(id: 1, figure)])]
    return Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
      .diagnostics.map(\.description)
  }

  private func messages(
    xAxis: Axis = Axis(), yAxis: Axis = Axis(), @ChartBuilder _ marks: () -> [Mark]
  ) throws -> [String] {
    let chart = Chart(xAxis: xAxis, yAxis: yAxis, marks: marks())
    return try messages(
      Figure(name: "f", alt: "Words.", caption: "Seen.", chart: chart, place: place))
  }

  private let tooMuch =
    "help: the limit is 30 KB for a drawing and 80 KB for a figure: draw fewer marks or frames"
  private let outside = "help: widen the axis's domain, or omit what it cannot show"

  @Test func aFigureThatShowsEverythingHasNoWarnings() throws {
    #expect(try messages { for x in 0..<1_900 { PointMark(x: x, y: x &* 7_919 % 1_013) } } == [])
    #expect(
      try messages(yAxis: Axis(scale: .log)) {
        for x in 0..<9 { LineMark(x: x, y: x == 4 ? .nan : Double(x)) }
      } == [])
  }

  @Test func aFigureWithoutMarksIsReported() throws {
    #expect(
      try messages {} == [
        """
        lessons/01-one.md:7: warning: the figure 'f' has no marks, so it shows “No data.”
        help: add a mark: LineMark(x: …, y: …)
        """
      ])
  }

  @Test func aFigureWithoutVisibleValuesIsReported() throws {
    #expect(
      try messages(yAxis: Axis(scale: .log)) {
        LineMark(x: 1, y: Double.nan)
        LineMark(x: 2, y: 0)
      } == [
        """
        lessons/01-one.md:7: warning: the figure 'f' shows none of its values: not drawn: 1 × NaN (×), \
        1 zero or negative, which a logarithmic axis cannot show (▼)
        \(outside)
        """
      ])
  }

  @Test func aSeriesWithoutVisibleValuesIsReported() throws {
    #expect(
      try messages(yAxis: Axis(domain: 0...1)) {
        PointMark(x: 1, y: 0.5, series: "seen")
        for y in 2...3 { PointMark(x: 1, y: y, series: "too high") }
      } == [
        """
        lessons/01-one.md:7: warning: the figure 'f' shows no value of the series 'too high': \
        not drawn: 2 beyond the axes
        \(outside)
        """
      ])
  }

  @Test func textOutsideTheAxesIsReported() throws {
    #expect(
      try messages(xAxis: Axis(domain: 0...1), yAxis: Axis(domain: 0...1)) {
        LineMark(x: 0, y: 0)
        LineMark(x: 1, y: 1)
        RuleMark(y: 2).annotation("the limit")
        RuleMark(x: -3)
        TextMark("here", x: 5, y: 0)
        PointMark(x: 0, y: 9).annotation("peak")
      } == [
        """
        lessons/01-one.md:7: warning: the figure 'f' has no place for “peak”, “the limit”, “−3”, … (+ 1)
        \(outside)
        """
      ])
  }

  @Test func sampledPointsAreReportedOnceForBothWidths() throws {
    let messages = try messages { for x in 0..<20_000 { PointMark(x: x, y: x &* 7_919 % 1_013) } }
    #expect(messages.count == 1)
    let count = try #require(messages.first?.firstMatch(of: /draws ([0-9],[0-9]{3}) of/)?.1)
    #expect(
      messages == [
        """
        lessons/01-one.md:7: warning: the figure 'f' draws \(count) of 20,000 points, sampled evenly
        \(tooMuch)
        """
      ])
  }

  @Test func theFirstFrameWithOmissionsIsReported() throws {
    let frames = (0..<6).map { index in
      let count = index < 2 ? 10 : 5_000
      let chart = Chart { for x in 0..<count { PointMark(x: x, y: x &* 7_919 % 1_013) } }
      return Frame(value: index, alt: "Words.", chart: chart, place: CellPlace(cell: 0, line: 0))
    }
    let sweep = Sweep("depth", over: (0..<6).map { .number(Double($0)) })
    let messages = try messages(
      Figure(name: "f", sweep: sweep, frames: frames, caption: "C.", place: place))
    #expect(messages.count == 1)
    #expect(
      try #require(messages.first).replacing(/draws [0-9]+ of/, with: "draws N of") == """
        lessons/01-one.md:6: warning: the figure 'f', depth = 2, draws N of 5,000 points, sampled evenly
        \(tooMuch)
        """)
  }

  @Test func anEdgeToAMissingNodeIsReported() throws {
    #expect(
      try messages {
        NodeMark("a", column: 0)
        EdgeMark(from: "a", to: "nobody")
      } == [
        """
        lessons/01-one.md:7: warning: the figure 'f' has no place for “a → nobody”
        \(outside)
        """
      ])
  }

  @Test func averagedCellsAreReported() throws {
    let rows = (0..<300).map { row in (0..<300).map { column in row &* 31 &+ column &* 17 % 97 } }
    #expect(
      try messages { HeatMap(rows) }.map { $0.replacing(/[0-9]+ × [0-9]+/, with: "N × N") } == [
        """
        lessons/01-one.md:7: warning: the figure 'f' draws each block of N × N cells as its mean
        \(tooMuch)
        """
      ])
  }

  @Test func valuesOutsideTheBinsAreMentionedInTheFigure() throws {
    let chart = Chart {
      for y in 1...2 { RidgeMark([-9.0, 0, 0.5, .nan], y: y, bins: 4, over: -1...1) }
      HistogramMark([5.0, 0], over: -1...1)
    }
    let figure = Figure(name: "f", alt: "Words.", caption: "Seen.", chart: chart, place: place)
    let measured = [try sample(cell, [.figure(id: 1, figure)])]
    let site = Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    #expect(
      page.contains(
        "Words. Not drawn: 2 × NaN (×), 3 of 10 values, outside the bins.</desc>"))
    #expect(site.diagnostics == [])
  }

  @Test func theTableShowsDifferentNumbersDifferently() throws {
    let chart = Chart { for y in [1, 1.0000001, 1.5] { PointMark(x: y, y: y) } }
    let figure = Figure(name: "f", alt: "Words.", caption: "Seen.", chart: chart, place: place)
    let measured = [try sample(cell, [.figure(id: 1, figure)])]
    let site = Site(course(measured), measured, typesetter: typesetter, compiler: "Swift 6")
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    #expect(page.contains("<th scope=\"row\">1</th><td>1</td>"))
    #expect(page.contains("<th scope=\"row\">1.0000001</th><td>1.0000001</td>"))
    #expect(page.contains("<th scope=\"row\">1.5</th><td>1.5</td>"))
  }
}
