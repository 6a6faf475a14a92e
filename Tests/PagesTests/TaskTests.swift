import Lessons
import Pages
import Testing

/// Tasks and strikethrough, on pages and in fragments.
@Suite struct TaskTests {
  private func page(_ body: String) throws -> String {
    let measured = try sample(body)
    let site = Site(course([measured]), [measured], typesetter: typesetter, compiler: "Swift 6")
    return try #require(site.files.first { $0.path == "01-one.html" }).text
  }

  private func fragment(_ markdown: String) -> String {
    var diagnostics: [Diagnostic] = []
    let lesson = Lesson.parse(fragment: markdown, file: "-", diagnostics: &diagnostics)
    return Fragment(lesson, typesetter: typesetter).html
  }

  @Test func theTextOfATaskIsTheLabelOfItsCheckbox() throws {
    let text = try page("- [ ] to *do*\n- [x] done\n- neither")
    #expect(
      text.contains(
        """
        <ul>
        <li class="task"><label><input type="checkbox" disabled="" /> to <em>do</em></label></li>
        <li class="task"><label><input type="checkbox" checked="" disabled="" /> done</label></li>
        <li>neither</li>
        </ul>
        """))
  }

  @Test func aTaskInALooseListKeepsItsParagraphs() throws {
    let text = try page("1. [X] done\n\n   And more.\n\n2. next")
    #expect(
      text.contains(
        """
        <li class="task">
        <p><label><input type="checkbox" checked="" disabled="" /> done</label></p>
        <p>And more.</p>
        </li>
        """))
  }

  /// The HTML of GitHub's parser for the examples of its specification.
  @Test(arguments: [
    (
      "- [ ] foo\n- [x] bar\n",
      """
      <ul>
      <li><input type="checkbox" disabled="" /> foo</li>
      <li><input type="checkbox" checked="" disabled="" /> bar</li>
      </ul>

      """
    ),
    ("~~Hi~~ Hello, ~there~ world!\n", "<p><del>Hi</del> Hello, <del>there</del> world!</p>\n"),
    (
      "This ~~has a\n\nnew paragraph~~.\n", "<p>This ~~has a</p>\n<p>new paragraph~~.</p>\n"
    ),
    ("This will ~~~not~~~ strike.\n", "<p>This will ~~~not~~~ strike.</p>\n"),
    (
      "~~one~ two~~ ~~*three*~~ \\~~four~~\n",
      "<p><del>one~ two</del> <del><em>three</em></del> ~~four~~</p>\n"
    ),
    (
      "*~~a~~* ~~`b`~~ [~~c~~](d) ~~e [f](g)~~\n",
      "<p><em><del>a</del></em> <del><code>b</code></del> <a href=\"d\"><del>c</del></a> "
        + "<del>e <a href=\"g\">f</a></del></p>\n"
    ),
    ("\\[ ] no task\n\n- \\[ ] none\n", "<p>[ ] no task</p>\n<ul>\n<li>[ ] none</li>\n</ul>\n"),
  ])
  func fragmentsAreRenderedLikeOnGitHub(_ markdown: String, _ html: String) {
    #expect(fragment(markdown) == html)
  }
}
