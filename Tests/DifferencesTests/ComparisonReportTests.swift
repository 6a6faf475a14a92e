import Charts
import Differences
import Records
import Testing

/// The exact text of each kind of difference.
@Suite struct ComparisonReportTests {
  @Test func failingClaimsComeFirstWithTheirDemand() {
    #expect(
      Sample.text(
        from: [
          .claim("exact", [1], .equals(value: 1, within: 0)), .claim("new", [0.3]),
          .claim("half", [0.5], .equals(value: 0.5, within: 0.1)), .claim("little", [0.5]),
          .value(index: 0, text: "0.5"),
        ],
        to: [
          .claim("exact", [1], .equals(value: 1, within: 0)), .claim("new", [0.2]),
          .claim("half", [0.59], .equals(value: 0.5, within: 0.1)), .claim("little", [1.5]),
          .claim("other", [3]), .value(index: 0, text: "1.5"),
        ]) == """
          lessons/01.md
               7  claim 'little' fails: 0.5 → 1.5 (+1, +200%)
                  demanded at most 1
               7  claim 'other' is new and fails: 3
                  demanded at most 1
               7  claim 'half' is near its bound: 0.5 → 0.59 (+0.09, +18%)
                  demanded 0.5 within 0.1; 10% of the tolerance is left
               7  claim 'new': 0.3 → 0.2 (−0.1, −33%)
               9  `a`: 0.5 → 1.5 (+1, +200%)

          1 lesson differs, 0 do not: 2 claims fail, 1 claim is near its bound, 2 values moved

          """)
  }

  /// A claim before and now, and the two lines of its text.
  @Test(
    arguments: [
      (
        .claim([0.5]), .claim([0.95]), "is near its bound: 0.5 → 0.95 (+0.45, +90%)",
        "demanded at most 1; 5% of the bound is left"
      ),
      (
        .claim([8], .atLeast(bound: 0)), .claim([1], .atLeast(bound: 0)),
        "is near its bound: 8 → 1 (−7, −88%)",
        "demanded at least 0; 13% of the previous distance is left"
      ),
      (
        .claim([true, true], .count(atLeast: 1, of: 2)),
        .claim([true, false], .count(atLeast: 1, of: 2)),
        "is near its bound: 2 of 2 → 1 of 2", "demanded at least 1 of 2; no further run may fail"
      ),
      (
        .claim([true], .holds(words: "it is so")), .claim([false], .holds(words: "it is so")),
        "fails: so → not so", "demanded it is so"
      ),
      (
        .claim([0.5], .atMost(bound: 2)), .claim([0.5], .atMost(bound: 0.1)), "fails: 0.5",
        "demanded at most 0.1, before at most 2"
      ),
      (.claim([2]), .claim([0.5]), "holds again: 2 → 0.5 (−1.5, −75%)", "demanded at most 1"),
      (.claim([2]), .claim([3]), "still fails: 2 → 3 (+1, +50%)", "demanded at most 1"),
      (.claim([0.5]), .claim([]), "fails: 0.5 → nothing", "demanded at most 1"),
    ] as [(Record, Record, String, String)])
  func aClaimShowsItsVerdictAndDemand(
    _ old: Record, _ new: Record, first: String, second: String
  ) {
    let lines = Sample.text(from: [old], to: [new]).split(separator: "\n")
    let name = if case .claim(let claim) = new { claim.name } else { "" }
    #expect(lines[1] == "     7  claim '\(name)' \(first)")
    #expect(lines[2] == "        \(second)")
  }

  @Test func valuesAreShownAsInTheProse() {
    #expect(
      Sample.text(
        from: [.value(index: 0, text: "9.54 × 10⁻⁷"), .value(index: 1, text: "3, 0.5 of 10⁻⁶")],
        to: [.value(index: 0, text: "1.91 × 10⁻⁶"), .value(index: 1, text: "3, 0.75 of 10⁻⁶")])
          == """
          lessons/01.md
               9  `a`: 9.54 × 10⁻⁷ → 1.91 × 10⁻⁶ (+9.6 × 10⁻⁷, +100%)
               9  `b`: 3, 0.5 of 10⁻⁶ → 3, 0.75 of 10⁻⁶ (+0.25, +50%)

          1 lesson differs, 0 do not: 2 values moved

          """)
  }

  @Test func changedTextHasNoAmount() {
    let text = Sample.text(
      from: [.value(index: 0, text: "sigmoid 3"), .nothing(index: 1)],
      to: [.value(index: 0, text: "tanh 4"), .value(index: 1, text: "7")])
    #expect(text.contains("     9  `a`: sigmoid 3 → tanh 4\n     9  `b`: nothing → 7\n"))
  }

  @Test func aFigureNamesItsLargestChange() {
    #expect(
      Sample.text(from: [.line([1, 0.5, 0.25])], to: [.line([1, 0.51, 0.2])]) == """
        lessons/01.md
            13  figure 'decay': 'at most' at layer = 2: 0.25 → 0.2 (−0.05, −20%), the largest of 2

        1 lesson differs, 0 do not: 1 figure differs

        """)
  }

  @Test func pointsSeriesAndTextOfAFigureAreAddedAndRemoved() {
    let old = Record.figure(title: "Old", caption: "C") {
      LineMark(x: 0, y: 1, series: "a")
      LineMark(x: 1, y: 2, series: "a")
      LineMark(x: 0, y: 2, series: "b")
    }
    let new = Record.figure(title: "New", alt: "b") {
      LineMark(x: 0, y: 1, series: "a")
      LineMark(x: 0, y: 1, series: "c")
      LineMark(x: 0, y: 1, series: "d")
      RuleMark(y: 1e-5).annotation("here")
    }
    #expect(
      Sample.text(from: [old], to: [new]) == """
        lessons/01.md
            13  figure 'decay': 1 point is removed
                series 'c', 'd' are new
                series 'b' is removed
                title 'Old' → 'New'
                caption 'C' → ''
                notes '' → 'rule at y = 10⁻⁵: here'

        1 lesson differs, 0 do not: 1 figure differs

        """)
  }

  @Test func rowsWithAMeasuredAbscissaAreMatchedByOrder() {
    let scatter = { (end: Double) in
      Record.figure { for x in [1, 2, end] { PointMark(x: x + end, y: 7, series: "s") } }
    }
    let text = Sample.text(from: [scatter(10)], to: [scatter(11)])
    #expect(
      text.contains("figure 'decay': 'layer': 20 → 22 (+2, +10%), the largest of 3\n"), "\(text)")
  }

  @Test func aChangeOfDrawingOrAltTextIsListed() {
    let dots = Record.figure { PointMark(x: 0, y: 1) }
    let bars = Record.figure(alt: "b") { BarMark(x: 0, y: 1) }
    #expect(
      Sample.text(from: [dots], to: [bars]).contains(
        "figure 'decay': drawn differently\n        alt text 'a' → 'b'\n"))
  }

  @Test func theValueOfASweepIdentifiesTheRow() {
    let sweep = { (y: Double) in
      let frames = [1, y].enumerated().map { index, y in
        Frame(
          value: index, alt: "a", chart: Chart { PointMark(x: 3, y: y) },
          place: CellPlace(cell: 1, line: 0))
      }
      return Record.figure(
        id: 1,
        Figure(
          name: "f", sweep: Sweep("depth", over: [.number(5), .number(10)]), frames: frames,
          place: CellPlace(cell: 1, line: 0)))
    }
    #expect(
      Sample.text(from: [sweep(1)], to: [sweep(2)]).contains(
        "figure 'f': 'y' at depth = 10, x = 3: 1 → 2 (+1, +100%)\n"))
  }

  @Test func aTableNamesItsRowAndColumn() {
    #expect(
      Sample.text(
        from: [.table([[.text("he"), .number(0.1)], [.text("zeros"), .nothing]])],
        to: [
          .table(
            [
              [.text("new"), .whole(1)], [.text("he"), .number(0.2)], [.text("zeros"), .nothing],
            ],
            caption: "Losses.")
        ]) == """
          lessons/01.md
              14  table 'losses': 'loss' at name = he: 0.1 → 0.2 (+0.1, +100%)
                  1 row is new
                  caption '' → 'Losses.'

          1 lesson differs, 0 do not: 1 table differs

          """)
  }

  @Test func anOutputShowsItsFirstDifferentLine() {
    #expect(
      Sample.text(
        from: [
          .output(cell: 0, text: "a\nb\u{1B}[2J\nc\n"), .output(cell: 1, text: "x\n"),
          .failure(CellFailure(cell: 1, messages: [.init("index 3")])),
        ],
        to: [
          .output(cell: 0, text: "a\nB\nc\n"), .output(cell: 1, text: "x\ny\n"),
          .failure(CellFailure(cell: 1, messages: [.init("index 4")])),
        ]) == """
          lessons/01.md
               5  output, line 2
                  was: b\\u{1B}[2J
                  now: B
              11  output of 'draws', line 2
                  was: nothing
                  now: y
              11  failure of 'draws', line 1
                  was: index 3
                  now: index 4

          1 lesson differs, 0 do not: 3 outputs differ

          """)
  }

  @Test func longLinesShowTheDifferentPart() {
    let long = String(repeating: "x", count: 300)
    let text = Sample.text(
      from: [.output(cell: 0, text: long + "old")], to: [.output(cell: 0, text: long + "new")])
    let tail = String(repeating: "x", count: 33)
    #expect(text.contains("was: …\(tail)old\n        now: …\(tail)new\n"))
  }

  @Test func negligibleChangesAreOnlyNamed() {
    #expect(
      Sample.text(
        from: [.claim([0.5]), .line([1, 2]), .table([[.text("a"), .number(1)]])],
        to: [
          .claim([0.500_000_000_1]), .line([1, 2.000_000_1]),
          .table([[.text("a"), .number(1.000_01)]]),
        ]) == """
          lessons/01.md
              14  table 'losses': 'loss' at name = a: 1 → 1.00001 (+10⁻⁵, +0.001%)
                  changed by less than a millionth: claim 'little', figure 'decay'

          1 lesson differs, 0 do not: 1 table differs

          """)
  }

  @Test func newAndRemovedItemsTakeOneLineEach() {
    #expect(
      Sample.text(
        from: [.claim("old", [0.5]), .table([]), .output(cell: 1, text: "x")],
        to: [.claim("new", [0.5]), .line([1]), .value(index: 0, text: "1")]) == """
          lessons/01.md
               7  new: claim 'new', `a`, figure 'decay'
                  removed: claim 'old', table 'losses', output of 'draws'

          1 lesson differs, 0 do not: 3 new, 3 removed

          """)
  }

  @Test func lessonsAndEnginesAreListed() {
    let comparison = Comparison(
      from: [
        Sample.results([.end(engine: "OpenBLAS 1")]), Sample.results([], file: "lessons/02.md"),
      ],
      to: [
        Sample.results([.end(engine: "OpenBLAS 2")]),
        Sample.results([.claim([7])], file: "lessons/03.md"),
      ])
    #expect(
      comparison.text(colours: false) == """
        engine now:    OpenBLAS 2
        engine before: OpenBLAS 1

        lessons/03.md
             7  claim 'little' is new and fails: 7
                demanded at most 1
                new: the whole lesson

        lessons/02.md
                removed: the whole lesson

        2 lessons differ, 1 does not: 1 claim fails, 1 new, 1 removed

        """)
  }

  @Test func withoutDifferencesTheReportIsOneLine() {
    #expect(Sample.text(from: [], to: []) == "no differences in 1 lesson\n")
  }

  @Test func coloursDoNotChangeTheText() {
    let old = Sample.results([.claim("a", [0.5]), .claim("b", [0.5])])
    let new = Sample.results([.claim("a", [2]), .claim("b", [0.9])])
    let text = Comparison(from: [old], to: [new]).text(colours: true)
    #expect(
      text.hasPrefix(
        """
        \u{1B}[1mlessons/01.md\u{1B}[0m
             7  \u{1B}[1;31mclaim 'a' fails\u{1B}[0m: 0.5 → 2 (+1.5, +300%)
                demanded at most 1
             7  \u{1B}[33mclaim 'b' is near its bound\u{1B}[0m: 0.5
        """))
    #expect(
      text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        == Comparison(from: [old], to: [new]).text(colours: false))
  }
}
