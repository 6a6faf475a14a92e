import Testing

@Suite struct RenderTests {
  private func render(_ markdown: String) throws -> TestProject.Run {
    try TestProject([]).run("render", "-", input: markdown)
  }

  @Test func renderPrintsHTMLWithoutRunning() throws {
    let run = try render(
      """
      # A title

      `{swift} fatalError()` and [](fig:none), [the words](claim:none).

      ```{swift}
      fatalError()
      ```
      """)
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    #expect(
      run.output.hasPrefix(
        """
        <h1 id="a-title">A title</h1>
        <p><code>fatalError()</code> and none, the words.</p>
        <pre><code class="language-swift">
        """))
  }

  @Test func frontMatterIsSkipped() throws {
    let lesson = try render("---\ntitle: One\ntime: 5\n---\n\nWords `here`.\n\n<b>")
    #expect(lesson.output == "<p>Words <code>here</code>.</p>\n")
    #expect(lesson.errors.hasPrefix("-:8: error: raw HTML '<b>'\n"))
    let breaks = try render("---\nOne\n---\nTwo\n")
    #expect(breaks.output == "<hr />\n<h2 id=\"one\">One</h2>\n<p>Two</p>\n")
  }

  @Test func onlyErrorsOfFormAreReported() throws {
    let run = try render("Words <b>.\n\n```{swift}\n//| lable: a\nlet x = 1\n")
    #expect(run.exitCode == 1)
    #expect(run.output.hasPrefix("<p>Words .</p>\n<pre><code"))
    #expect(
      run.errors == """
        -:1: error: raw HTML '<b>'
        help: write **text**
        -:3: error: the fence is never closed
        help: close it with a line of '```'
        -:4: error: unknown cell option 'lable'
        help: did you mean 'label'?
        3 errors

        """)
  }

  @Test func anUnreadableFileIsAnError() throws {
    let run = try TestProject([]).run("render", "none.md")
    #expect(
      run
        == TestProject.Run(
          exitCode: 1, output: "", errors: "none.md:1: error: the file cannot be read\n1 error\n"))
  }

}
