import Lessons
import Pages
import Records
import Testing

@Suite struct PrintedTextTests {
  @Test func colorsAreClassesAndTextIsEscaped() throws {
    let html = try printedPage("\u{1B}[0;1;31ma < b\u{1B}[0m\nplain \u{1B}[0;3;4;9mall\u{1B}[0m")
    #expect(
      html.contains(
        "<samp><span class=\"red bold\">a &lt; b</span>\nplain "
          + "<span class=\"italic underlined struck\">all</span></samp>"))
  }

  /// Text on a coloured background has the page's colour, since two chosen colours are seldom readable.
  @Test(arguments: [
    ("42", "on green"), ("31;42", "on green"), ("7", "on strong"), ("7;31", "on red"),
    ("7;31;42", "on red"), ("90", "gray"), ("37", "strong"), ("47", "on strong"),
    ("100", "on gray"),
  ])
  func textOnBackgroundsIsReadable(parameters: String, classes: String) throws {
    let html = try printedPage("\u{1B}[0;\(parameters)mx")
    #expect(html.contains("<samp><span class=\"\(classes)\">x</span></samp>"))
  }

  private func printedPage(_ text: String) throws -> String {
    let measured = try sample(
      "```{swift}\nlet x = 1\n```", [.cell(index: 0, outputStart: 0), .output(cell: 0, text: text)])
    let site = Site(course([measured]), [measured], typesetter: typesetter, compiler: "Swift 6")
    return try #require(site.files.first { $0.path == "01-one.html" }).text
  }
}
