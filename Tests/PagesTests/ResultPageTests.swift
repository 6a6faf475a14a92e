import Charts
import Lessons
import Pages
import Records
import Testing

/// Tables, sweeps and failures on a page.
@Suite struct ResultPageTests {
  private let cell = "```{swift}\nlet x = 1\n```\n"

  private func site(_ body: String, _ records: [Record]) throws -> Site {
    let measured = try sample(body, records)
    return Site(course([measured]), [measured], typesetter: typesetter, compiler: "Swift 6")
  }

  private func page(_ body: String, _ records: Record...) throws -> String {
    try #require(try site(body, records).files.first { $0.path == "01-one.html" }).text
  }

  @Test func aTableHasACaptionAndFormattedCells() throws {
    let page = try page(
      cell + "[](tbl:b)", figure("a"), table("a"),
      table(
        "b", id: 3, columns: ["who", "left", "n", "ok"],
        rows: [
          [.text("<He>"), .number(9.5367431640625e-7), .whole(1_234_567), .truth(true)],
          [.text("No"), .nothing, .whole(-1), .truth(false)],
        ]))
    #expect(
      page.contains(
        """
        <div class="results" role="group" tabindex="0" aria-label="Table 1.2">
        <table id="tbl-b">
        <caption><b>Table 1.2.</b> Left.</caption>
        <thead><tr><th scope="col">who</th><th scope="col" class="number">left</th>\
        <th scope="col" class="number">n</th><th scope="col">ok</th></tr></thead>
        <tbody>
        <tr><th scope="row">&lt;He&gt;</th><td class="number">9.54 × 10<sup>−7</sup></td>\
        <td class="number">1,234,567</td><td>yes</td></tr>
        <tr><th scope="row">No</th><td class="number">–</td><td class="number">−1</td>\
        <td>no</td></tr>
        </tbody>
        </table></div>
        """))
    #expect(page.contains("<p><a href=\"#tbl-b\">Table 1.2</a></p>"))
    #expect(page.contains("<b>Figure 1.1.</b>") && page.contains("<b>Table 1.1.</b>"))
  }

  @Test func numbersInTextAreAlignedLikeNumbers() throws {
    let page = try page(
      cell,
      table(
        "a", columns: ["who", "h_t", "of"],
        rows: [
          [.text("He"), .text("−1.5 × 10⁻³"), .text("2 of 5")],
          [.text("No"), .text("98%"), .text("–")],
        ]))
    #expect(page.contains("<th scope=\"col\" class=\"number\">h<sub>t</sub></th>"))
    #expect(page.contains("<td class=\"number\">−1.5 × 10<sup>−3</sup></td><td>2 of 5</td>"))
  }

  @Test func figuresAndTablesAreInTheOrderOfTheirRecords() throws {
    let page = try page(cell, table("b", id: 1), figure("a", id: 2), table("c", id: 3))
    let places = ["tbl-b", "fig-a", "tbl-c"].map { page.firstRange(of: "id=\"\($0)\"")?.lowerBound }
    #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self).sorted() == places)
  }

  @Test func theFinalStateOfATableIsShown() throws {
    let page = try page(
      cell, table("a", columns: ["old", "n"]), table("a", columns: ["new", "n"]))
    #expect(page.contains(">new</th>") && !page.contains(">old</th>"))
    #expect(!page.contains("Table 1.2"))
  }

  @Test func aSweepIsOneFigureWithSelectableFrames() throws {
    let body = cell + "[](fig:s), [](fig:z)"
    let records = [
      sweep("s", over: [.number(2e-7), .category("<b>")], frames: (0, "A."), (1, "B.")),
      figure("z", id: 2),
    ]
    let page = try #require(try site(body, records).files.first { $0.path == "01-one.html" })
      .text
    #expect(page.contains("<fieldset class=\"frames\"><legend>depth</legend>\n"))
    #expect(
      page.contains(
        """
        <input type="radio" name="fig-s.value" id="fig-s.1" checked>\
        <label for="fig-s.1">2 × 10<sup>−7</sup></label>
        <div class="frame">
        <p class="title">Found 0</p>
        <div class="drawing">
        """))
    #expect(
      page.contains(
        """
        <input type="radio" name="fig-s.value" id="fig-s.2">\
        <label for="fig-s.2">&lt;b&gt;</label>
        <div class="frame">
        <p class="title">Found 1</p>
        """))
    #expect(page.contains("<p><b>Figure 1.1.</b> Seen.</p>"))
    #expect(page.contains("<a href=\"#fig-s\">Figure 1.1</a>, <a href=\"#fig-z\">Figure 1.2</a>"))
    #expect(page.contains("<th scope=\"row\">2 × 10<sup>−7</sup></th><td>0</td><td>0</td>"))
  }

  @Test func theDataFileOfASweepHasAllFrames() throws {
    let site = try site(
      cell, [sweep("s", over: [.number(2), .number(5)], frames: (0, "A."), (1, "B."))])
    let file = try #require(site.files.first { $0.path == "01-one/s.csv" })
    #expect(file.text == "depth,x,y\r\n2,0,0\r\n5,1,10\r\n")
  }

  @Test func idsAreUnique() throws {
    let page = try page(
      cell, sweep("s", over: [.number(2), .number(5)], frames: (0, "A."), (1, "B.")),
      figure("f", id: 2), table("t", id: 3))
    let ids = page.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
    #expect(ids.count > 10 && Set(ids).count == ids.count)
  }

  @Test func failuresHaveTheLinesOfTheLesson() throws {
    let place = CellPlace(cell: 0, line: 1)
    let body = "Words.\n\n```{swift}\n//| error: compile\nlet a = 1\nlet b = <a\n```\n"
    let page = try page(
      body,
      .failure(
        CellFailure(
          cell: 0,
          messages: [
            CellFailure.Message("error: no '<'", at: place), CellFailure.Message("note: see"),
          ])))
    #expect(
      page.contains(
        """
        </code></pre></div>
        <pre class="failure" role="group" tabindex="0" aria-label="How it fails"><samp>\
        01-one.md:10: error: no '&lt;'
        note: see
        </samp></pre>
        </div>
        """))
  }
}
