import Foundation
import SiteWalking
import Testing

/// All links, ids and files of built sites are valid, on every kind of page.
@Suite struct SiteWalkTests {
  /// A lesson with a cell, a figure, a table, a claim, a formula, a note, a picture and a data file.
  private static func everything(_ number: Int, next: String) -> String {
    lesson(
      """
      ## Where $\\sigma'$ falls[^n]

      See [the next](\(next).md#the-end), [](lesson:\(next)), [](fig:\(next)/fall) and [it](\(next).html).
      ![Words](pictures/\(next).svg) Words [hold](claim:peak). See [](fig:fall) and [](tbl:t).

      ## Note 1

      ```{swift}
      //| inputs: "data/a b#1?.txt"
      let text = try String(contentsOfFile: "data/a b#1?.txt", encoding: .utf8)
      let peak = Double(text.count) * \(number)
      claim("peak", peak, atLeast: 0)
      figure("fall", alt: "Words.") { LineMark(x: 0, y: 1); LineMark(x: 1, y: peak) }
      table("t", columns: "a", "b") { Row(1, 2) }
      ```

      The peak is `{swift} peak`.

      ## The end

      $$ \\mathcal{L} $$ {#eq:fall}

      [^n]: Words.
      """)
  }

  @Test func aCourseWithHostileNamesHasValidLinks() throws {
    let names = ["a b", "50% #1?", "it's \"quoted\"", "梯度&<b>", "back\\slash;x:y"]
    let encoded = names.map {
      $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
    let lessons = names.enumerated().map { number, name in
      (
        name: name,
        text: Self.everything(number + 1, next: encoded[(number + 1) % names.count])
      )
    }
    let list = names.map { "  - '\($0.replacing("'", with: "''"))'\n" }
    let project = try TestProject(
      lessons,
      yaml: """
        title: A & B
        url: https://example.org/kurs
        repository: https://github.com/o/n
        lessons:
        \(list[..<3].joined())pages:
        \(list[3...].joined())
        """)
    for name in names { try project.write("lessons/pictures/\(name).svg", "<svg/>") }
    try project.write("lessons/data/a b#1?.txt", "words")
    try project.write(".git/HEAD", "ref: refs/heads/main")
    let run = try project.run("build")
    #expect(run.exitCode == 0 && !run.errors.contains("warning"), "\(run.errors)")
    let files = try project.files(in: "output").mapValues { Array($0) }
    #expect(SiteWalk(files, base: "https://example.org/kurs/").problems == [])
    for name in names {
      #expect(files["\(name).html"] != nil && files["\(name)/fall.csv"] != nil, "\(name)")
      #expect(files["\(name)/data/a b#1?.txt"] != nil, "\(name)")
    }
    #expect(
      try project.read("output/50% #1?.html").contains(
        "https://github.com/o/n/edit/main/lessons/50%25%20%231%3F.md"))
    // Errors are reported as for any other file.
    try project.write("lessons/50% #1?.md", lesson("[it](a%20b.md#the-ned)"))
    let wrong = try project.run("check")
    #expect(
      wrong.errors.contains(
        """
        lessons/50% #1?.md:5: error: there is no anchor '#the-ned' on a b.html
        help: did you mean '#the-end'?
        """), "\(wrong.errors)")
  }

  @Test func theSampleCourseHasValidLinks() throws {
    let project = try TestProject([])
    let lessons = project.folder.appending(path: "lessons")
    try FileManager.default.removeItem(at: lessons)
    let sample = try #require(Bundle.module.url(forResource: "SampleCourse", withExtension: nil))
    try FileManager.default.copyItem(at: sample, to: lessons)
    #expect(try project.run("build").exitCode == 0)
    let files = try project.files(in: "output").mapValues { Array($0) }
    let walk = SiteWalk(files, base: "https://example.org/sample/")
    #expect(walk.problems == [])
    #expect(walk.pages.count == 9 && walk.pages["reference-engine.html"] != nil)
  }

  /// The walk detects problems on a page.
  @Test(arguments: [
    ("<p id=\"a\"></p><p id=\"a\"></p>", "one.html: duplicate id 'a'"),
    ("<a href=\"two.html\">x</a>", "one.html: 'two.html' leads to no file"),
    ("<a href=\"#b\">x</a>", "one.html: '#b' leads to no id"),
    ("<a href=\"one.html#b\">x</a>", "one.html: 'one.html#b' leads to no id"),
    ("<a href=\"a%zz\">x</a>", "one.html: 'a%zz' is not a valid address"),
    ("<a href=\"#\"><b><a href=\"#\">x</a></b></a>", "one.html: a link in a link"),
    ("<img src=\"a b.png\" />", "one.html: 'a b.png' leads to no file"),
    ("<p aria-describedby=\"b\"></p>", "one.html: aria-describedby refers to the missing id 'b'"),
    ("<p>", "one.html: <p> is not closed"), ("</p>", "one.html: </p> closes no <p>"),
    ("<style>a { b: url(c.woff2) }</style>", "one.html: there is no file 'c.woff2'"),
  ])
  func theWalkDetects(_ html: String, _ problem: String) {
    #expect(SiteWalk(["one.html": Array(html.utf8)]).problems == [problem])
  }

  @Test func theWalkDetectsProblemsInOtherFiles() {
    let files = [
      "one.html": "<p id=\"a\"></p>", "style.css": "a { src: url(fonts/x.woff2) }",
      "script.js": "const pieces = [\"search/1.js\"];\n",
      "search/1.js":
        "(window.searchIndex ??= []).push(...[[\"one.html\",\"T\",\"\",[[\"a\",\"\",\"\"],[\"b\",\"\",\"\"]]]]);",
      "search/2.js": "",
      "sitemap.xml": "<loc>https://e.org/one.html</loc><loc>https://e.org/two.html</loc>",
    ].mapValues { Array($0.utf8) }
    #expect(
      SiteWalk(files, base: "https://e.org/").problems == [
        "style.css: there is no file 'fonts/x.woff2'",
        "script.js: files of the search index: [\"search/1.js\"]",
        "search/1.js: 'one.html#b' leads to no id", "search/2.js: not a list",
        "sitemap.xml: 'two.html' leads to no file",
      ])
  }
}
