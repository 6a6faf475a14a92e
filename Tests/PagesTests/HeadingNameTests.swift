import Lessons
import Pages
import Records
import Testing

/// The ids that authors give to headings, and links that show the text of headings.
@Suite struct HeadingNameTests {
  private func page(_ body: String) throws -> (text: String, messages: [String]) {
    let measured = try sample(body)
    let site = Site(course([measured]), [measured], typesetter: typesetter, compiler: "Swift 6")
    let text = try #require(site.files.first { $0.path == "01-one.html" }).text
    return (text, site.diagnostics.map(\.description))
  }

  @Test func anIDIsTheAnchorOfItsHeadingOnly() throws {
    let (text, messages) = try page(
      "## Rest\n\n## What is left {#rest}\n\nSee [](#rest) and [it](#rest).")
    #expect(messages == [])
    #expect(text.contains("<h2 id=\"rest-2\">Rest <a"))
    #expect(text.contains("<h2 id=\"rest\">What is left <a class=\"anchor\" href=\"#rest\""))
    #expect(text.contains("See <a href=\"#rest\">What is left</a> and <a href=\"#rest\">it</a>."))
    #expect(!text.contains("{#rest}"))
  }

  @Test func linksShowHeadingsWithoutTheirLinksAndNotes() throws {
    let (text, messages) = try page(
      "## Where [it](https://example.org) *falls*[^n] {#falls}\n\nSee [](#falls).\n\n[^n]: A note.")
    #expect(messages == [])
    #expect(text.contains("See <a href=\"#falls\">Where it <em>falls</em></a>."))
  }

  @Test func aLinkToAnUnknownIDIsAnErrorAtItsLine() throws {
    let (_, messages) = try page("## One {#first}\n\nSee [](#frist) and\n[](#one).")
    #expect(
      messages == [
        """
        lessons/01-one.md:7: error: no heading has the id 'frist'
        help: did you mean 'first'?
        """,
        """
        lessons/01-one.md:8: error: no heading has the id 'one'
        help: add it to a heading, '## Text {#one}', or write [text](#one)
        """,
      ])
  }

  @Test(arguments: ["text", "note-1", "note-1-back", "cell-first"])
  func anIDOfAnotherElementIsAnError(_ id: String) throws {
    let (_, messages) = try page(
      """
      ## One[^n] {#\(id)}

      ```{swift}
      //| label: first
      ```

      [^n]: A note.
      """)
    #expect(
      messages == [
        """
        lessons/01-one.md:5: error: the id '\(id)' belongs to another part of this page
        help: choose another id: {#about-\(id)}
        """
      ])
  }
}
