import Lessons
import Pages
import Records
import Testing

/// The elements of a lesson on its page.
@Suite struct LessonPageTests {
  /// The page of the only lesson of a course.
  private func page(_ body: String, _ records: [Record] = []) throws -> String {
    let measured = try sample(body, records)
    let site = Site(course([measured]), [measured], typesetter: typesetter, compiler: "Swift 6")
    return try #require(site.files.first { $0.path == "01-one.html" }).text
  }

  private let cell = "```{swift}\nlet x = 1\n```\n"

  @Test func textOfAuthorsIsEscaped() throws {
    let evil = "<script>alert('\"&')</script>"
    let page = try page(
      """
      ## `\(evil)`

      Text `\(evil)` and `{swift} x`.

      ```{swift}
      //| label: a
      let x = "\(evil)"
      ```
      [`\(evil)`](claim:one) [x](https://e.org/"onclick=)
      """,
      [
        .output(cell: 0, text: evil), .value(index: 0, text: evil),
        .claim(
          Claim(
            name: "one", measured: .truths([true]), demand: .holds(words: evil),
            place: CellPlace(cell: 0, line: 0))),
        figure("decay", alt: evil), .end(engine: evil),
      ])
    #expect(page.ranges(of: "<script").count == 1)
    #expect(!page.contains("\"onclick"))
    #expect(page.contains("&lt;script&gt;alert('&quot;&amp;')&lt;/script&gt;"))
  }

  @Test func exponentsOfValuesAreSuperscripts() throws {
    let page = try page("Left: `{swift} x`.", [.value(index: 0, text: "9.54 × 10⁻⁷")])
    #expect(page.contains("<p>Left: <span class=\"value\">9.54 × 10<sup>−7</sup></span>.</p>"))
  }

  @Test func aClaimShowsItsMeasuredAndDemandedValues() throws {
    let page = try page(cell + "[One](claim:one).", [claim("one", 1.2)])
    #expect(page.contains("id=\"claim-one\" tabindex=\"0\" aria-describedby=\"measured-one\">"))
    #expect(page.contains(">One&NoBreak;<span class=\"tick\""))
    #expect(page.contains("measured 1.2, demanded 1 within 0.5"))
  }

  @Test func figuresAreNumberedAndReferencesShowTheNumber() throws {
    let page = try page(
      cell + "[](fig:b), [the first](fig:a).", [figure("a"), figure("b", id: 2)])
    #expect(page.contains("<figure id=\"fig-b\">"))
    #expect(page.contains("<b>Figure 1.2.</b> Seen."))
    #expect(
      page.contains("<p><a href=\"#fig-b\">Figure 1.2</a>, <a href=\"#fig-a\">the first</a>.</p>"))
  }

  @Test func theFinalStateOfAFigureIsDrawn() throws {
    let page = try page(cell, [figure("a", alt: "Before."), figure("a", alt: "After.")])
    #expect(page.contains("After.") && !page.contains("Before."))
    #expect(page.contains("<b>Figure 1.1.</b>") && !page.contains("Figure 1.2"))
  }

  @Test func aFigureHasADataTableAndADataFile() throws {
    let page = try page(cell, [figure("decay")])
    #expect(page.contains("<tr><th scope=\"row\">1</th><td>2</td></tr>"))
    #expect(page.contains("<a href=\"01-one/decay.csv\" download>"))
  }

  @Test(arguments: [
    ("", true, true), ("//| echo: false", false, true), ("//| output: false", true, false),
  ])
  func optionsHideCodeOrOutputOfACell(_ option: String, code: Bool, output: Bool) throws {
    let page = try page(
      "```{swift}\n\(option)\nlet shownCode = 1\n```", [.output(cell: 0, text: "printed")])
    #expect(page.contains("shownCode") == code)
    #expect(page.contains("printed") == output)
  }

  @Test func headingsHaveAnchorsInAnyScript() throws {
    let page = try page("## One *layer*, one factor!\n\n## 梯度消失\n\n## One layer one factor\n")
    #expect(page.contains("<h2 id=\"one-layer-one-factor\">"))
    #expect(page.contains("<h2 id=\"梯度消失\">"))
    #expect(page.contains("<h2 id=\"one-layer-one-factor-2\">"))
  }

  @Test func answersAndSolutionsAreCollapsed() throws {
    let page = try page(
      """
      > [!PREDICT]
      > How much?
      >
      > ---
      > A quarter.

      > [!EXERCISE] Do it
      > Now.
      > > [!SOLUTION]
      > > Done.
      """)
    #expect(
      page.contains(
        "<p>How much?</p>\n<details class=\"answer\"><summary>Show the answer</summary>\n<p>A quarter.</p>"
      ))
    #expect(page.contains("<p class=\"kicker\" id=\"label.2\">Exercise 1.1 · Do it</p>"))
    #expect(page.contains("id=\"exercise-do-it\""))
    #expect(page.contains("<details class=\"solution\"><summary>Solution</summary>\n<p>Done.</p>"))
    #expect(!page.contains("<details open"))
  }

  @Test func footnotesAreNumberedByTheirReferences() throws {
    let page = try page("A.[^b] B.[^a] C.[^b]\n\n[^a]: First.\n\n[^b]: Second, see [^a].")
    #expect(
      page.contains(
        """
        <div class="noted">
        <p>A.<sup class="noteref"><a href="#note-1" id="note-1-back">1</a></sup> \
        B.<sup class="noteref"><a href="#note-2" id="note-2-back">2</a></sup> \
        C.<sup class="noteref"><a href="#note-1">1</a></sup></p>
        <div class="margin">
        <div class="sidenote" role="note" id="note-1" tabindex="-1"><span class="number">1</span>
        <p>Second, see <sup
        """))
    #expect(
      page.contains(
        """
        id="note-2" tabindex="-1"><span class="number">2</span>
        <p>First.</p>
        </div>
        """))
  }

  @Test func equationsAreNumberedAndReferredTo() throws {
    let page = try page("$$ a $$\n\n$$ b $$ {#eq:one}\n\nSee [](eq:one).")
    #expect(page.contains("<div class=\"formula\" id=\"eq-one\" role=\"group\" tabindex=\"0\" "))
    #expect(page.contains("<span class=\"number\">(1.1)</span>"))
    #expect(page.contains("See <a href=\"#eq-one\">Equation 1.1</a>."))
  }

  @Test func punctuationIsNotSeparatedFromItsFormula() throws {
    let page = try page("Take $x=1$, or $y$ and ($z$). $$w$$.")
    #expect(page.matches(of: /<span class="kept"><span class="katex">/).count == 2)
    #expect(page.contains("</span>,</span> or <span class=\"katex\">"))
    #expect(page.contains("</span>).</span> "))
    #expect(page.matches(of: /<\/span><wbr><span class="base">/).count == 1)
  }

  @Test func cellsOfWideTablesHaveTheirColumnsName() throws {
    let page = try page(
      """
      | a | `b` | c | d < |
      |---|--:|---|---|
      | 1 | 2 | 3 | 4 |

      | a | b | c |
      |---|---|---|
      | 1 | 2 | 3 |
      """)
    #expect(
      page.contains(
        """
        <tr><td>1</td><td data-column="b" style="text-align: right">2</td>\
        <td data-column="c">3</td><td data-column="d &lt;">4</td></tr>
        """))
    #expect(page.matches(of: /class="scroll prose stacked"/).count == 1)
    #expect(page.contains("<tr><td>1</td><td>2</td><td>3</td></tr>"))
  }

  @Test func aPageHasOneTitleAndAFooterWithVersions() throws {
    let page = try page("Words.", [.end(engine: "OpenBLAS 0.3")])
    #expect(page.ranges(of: "<h1").count == 1)
    #expect(page.contains("<h1>Title of 01-one</h1>"))
    #expect(page.contains("Swift 6 · OpenBLAS 0.3 · seed 1 · <code>./gradus build</code>"))
  }
}
