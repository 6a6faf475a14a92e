import Charts
import Laboratory
import Records
import Testing

/// The records of figures, tables, claims and values.
struct ResultsTests {
  private func records(_ code: String..., prose: String = "") async throws -> [Record] {
    let found = try await Fixture.run(code.map { Fixture.cells($0) }.joined() + prose)
    #expect(found.diagnostics == [])
    #expect(found.faults == [])
    return found.records
  }

  @Test func exploreRecordsAFrameForEachValue() async throws {
    let records = try await records(
      """
      explore("decay", "depth", over: [2, 5]) { depth in
        var left = 1.0
        while left > 1 / Double(depth) { left /= 2 }
        frame(alt: "Depth \\(depth)") { PointMark(x: depth, y: left) }
      }
      .title("All").caption("C").xAxis("layers").yAxis("left", scale: .log)
      """)
    func frame(_ value: Int, _ depth: Int, _ left: Double) -> Frame {
      Frame(
        value: value, alt: "Depth \(depth)",
        chart: Chart(title: "All", xAxis: Axis("layers"), yAxis: Axis("left", scale: .log)) {
          PointMark(x: depth, y: left)
        }, place: CellPlace(cell: 0, line: 3))
    }
    #expect(
      records.figures == [
        Figure(
          name: "decay", sweep: Sweep("depth", over: [.number(2), .number(5)]),
          frames: [frame(0, 2, 0.5), frame(1, 5, 0.125)], caption: "C",
          place: CellPlace(cell: 0, line: 0))
      ])
  }

  @Test func aFrameCanHaveItsOwnTitleAndAltText() async throws {
    let figures = try await records(
      """
      explore("kinds", "kind", over: ["plain", "residual"].reversed()) { kind in
        let shown = frame(alt: "?") { PointMark(x: 1, y: 2) }.alt("The \\(kind) one")
        if kind == "plain" { shown.title("Plain") }
      }
      .title("Both")
      """
    ).figures
    #expect(figures.first?.sweep?.values == [.category("residual"), .category("plain")])
    #expect(figures.first?.frames.map(\.chart.title) == ["Both", "Plain"])
    #expect(figures.first?.frames.map(\.alt) == ["The residual one", "The plain one"])
  }

  @Test func allFramesAreRecordedInOrder() async throws {
    let figures = try await records(
      """
      explore("odd", "n", over: 0...2) { n in
        for _ in 0..<n { frame(alt: "f") { PointMark(x: 1, y: 2) } }
      }
      explore("none", "n", over: [Double]()) { _ in }
      """
    ).figures
    #expect(figures.map { $0.frames.map(\.value) } == [[1, 2, 2], []])
    #expect(figures.last?.sweep?.values == [])
  }

  @Test(arguments: [
    (
      "frame(alt: \"f\") { PointMark(x: 1, y: 2) }",
      "lessons/t.md:7:1: error: trap: "
        + "'frame' can be used inside 'explore' only; use 'figure' for a single figure"
    ),
    (
      "explore(\"a\", \"n\", over: [1]) { _ in explore(\"b\", \"n\", over: [1]) { _ in } }",
      "lessons/t.md:7:37: error: trap: 'explore' cannot be used inside another 'explore'"
    ),
    (
      "explore(\"a\", \"n\", over: [1]) { _ in frame { PointMark(x: 1, y: 2) } }",
      "lessons/t.md:7:37: error: 'frame(marks:)' is unavailable: "
        + "a frame needs an alt text: add 'alt:'"
    ),
  ])
  func misplacedFramesAreReported(code: String, expected: String) async throws {
    let problems = try await Fixture.problems(Fixture.cells(code))
    #expect(problems == [expected])
  }

  @Test func tableRowsHaveAllKindsOfEntries() async throws {
    let records = try await records(
      """
      let results = [("He", 0.5), ("Xavier", 1e-7)]
      table("left", columns: "name", "left", "n") {
        for (name, left) in results { Row(name, left, 13_781) }
        if results.count > 1 {
          Row(true, Float(0.1), nil as Double?)
        }
        [Row()]
      }
      .caption("C")
      """)
    func row(_ line: Int, _ entries: ResultTable.Entry...) -> ResultTable.Row {
      ResultTable.Row(entries, place: CellPlace(cell: 0, line: line))
    }
    #expect(
      records.contains(
        .table(
          id: 1,
          ResultTable(
            name: "left", columns: ["name", "left", "n"],
            rows: [
              row(2, .text("He"), .number(0.5), .whole(13_781)),
              row(2, .text("Xavier"), .number(1e-7), .whole(13_781)),
              row(4, .truth(true), .number(0.1), .nothing), row(6),
            ], caption: "C", place: CellPlace(cell: 0, line: 1)))))
  }

  @Test func claimsAcceptAllMeasurableValues() async throws {
    let claims = try await records(
      """
      let some: Double? = 2
      claim("optional", some, atMost: 3); claim("list", [some, 1], atMost: 3)
      claim("nil", nil as Double?, atLeast: 0); claim("slice", [1, 2, 3].suffix(2), atLeast: 0)
      claim("lazy", [1, 2].lazy.map { $0 * 2 }, between: 1...4)
      claim("tensor", Tensor([1, 2]), equals: 1.5, relative: 0.5)
      claim("seeds", [1, 2, 3].lazy.map { $0 > 1 }, atLeast: 2, of: 3)
      claim("counts", [1, 2, 3].count { $0 > 1 }, atLeast: 2, of: 3)
      claim("beyond", [1, 2, 3].count, atLeast: 2, of: 2)
      claim("words", holds: some == 2, "it is two")
      """
    ).claims
    #expect(
      claims.map { "\($0.name) \($0.measuredText) at \($0.place.line): \($0.holds)" } == [
        "optional 2 at 1: true", "list 1 to 2 at 1: true", "nil nothing at 2: false",
        "slice 2 to 3 at 2: true", "lazy 2 to 4 at 3: true", "tensor 1 to 2 at 4: true",
        "seeds 2 of 3 at 5: true", "counts 2 of 3 at 6: true", "beyond 0 of 0 at 7: false",
        "words so at 8: true",
      ])
  }

  @Test func aClaimHasThePlaceOfItsCall() async throws {
    let claims = try await records(
      "func check(_ name: String) {\n\n  claim(name, seed, atLeast: 0)\n}",
      "for i in 0..<2 {\n  check(\"f\\(i)\")\n  claim(\"l\\(i)\", i, atLeast: 0)\n}"
    ).claims
    #expect(claims.map(\.name) == ["f0", "l0", "f1", "l1"])
    #expect(
      claims.map(\.place) == [0, 1, 0, 1].map { CellPlace(cell: $0, line: 2) })
  }

  @Test func aNilValueIsRecordedAsNothing() async throws {
    let found = try await records(
      "let some: Double? = 2\nlet none: Double? = nil",
      prose: "`{swift} some`, `{swift} none`, `{swift} [1, 0.5]`.")
    #expect(found.contains(.value(index: 0, text: "2")))
    #expect(found.contains(.nothing(index: 1)))
    #expect(found.contains(.value(index: 2, text: "1, 0.5")))
  }
}

extension [Record] {
  fileprivate var figures: [Figure] {
    compactMap { record in
      if case .figure(_, let figure) = record { figure } else { nil }
    }
  }

  fileprivate var claims: [Claim] {
    compactMap { record in
      if case .claim(let claim) = record { claim } else { nil }
    }
  }
}
