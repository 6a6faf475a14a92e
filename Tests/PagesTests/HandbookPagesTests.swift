import Foundation
import Lessons
import Pages
import Symbols
import Testing

/// The reference pages of the modules.
@Suite struct HandbookPagesTests {
  /// A symbol of the module Engine, declared as `let NAME: Tensor`.
  private func symbol(
    _ kind: Symbol.Kind, _ path: String, comment: String = "Words.", topic: String = "Layers",
    line: Int = 1
  ) -> Symbol {
    let parts = path.split(separator: "/").map(String.init)
    let name = parts.last?.prefix { $0 != "(" } ?? ""
    let tensor = Symbol.Target(module: "Engine", path: ["Tensor"])
    let declaration = [
      Symbol.Piece(.keyword, "let"), Symbol.Piece(.text, " "), Symbol.Piece(.name, String(name)),
      Symbol.Piece(.text, ": "), Symbol.Piece(.type, "Tensor", target: tensor),
      Symbol.Piece(.text, " -> "), Symbol.Piece(.type, "Int"),
    ]
    return Symbol(
      kind, parts, declaration: declaration, comment: comment,
      file: "Sources/Engine/\(topic)/File.swift", line: line)
  }

  private let cell = "```{swift}\nlet x = 1\n```\n"

  /// A site with reference pages.
  private func site(
    _ handbook: Handbook, lesson body: String? = nil, name: String = "01-one",
    _ change: (inout Course) -> Void = { _ in }
  ) throws -> Site {
    let lesson = try sample(body ?? cell, name: name)
    var course = course([lesson])
    change(&course)
    let index = SiteIndex(course, [lesson.outline])
    let rendered = RenderedLesson(lesson, in: index, typesetter: typesetter, compiler: "Swift 6")
    let pages = HandbookPages(handbook, in: index, typesetter: typesetter)
    return Site(index, [rendered], typesetter: typesetter, handbook: pages)
  }

  private func page(_ path: String, of site: Site) throws -> String {
    try #require(site.files.first { $0.path == path }).text
  }

  /// The page of a module with these symbols.
  private func engine(_ symbols: [Symbol], others: [Symbol] = []) throws -> String {
    let book = Handbook(chapters: [
      Handbook.Chapter(module: "Engine", symbols: symbols),
      Handbook.Chapter(module: "Notebook", symbols: others),
    ])
    return try page("reference-engine.html", of: site(book))
  }

  @Test func eachModuleHasAPageThatOtherPagesLinkTo() throws {
    let book = Handbook(chapters: [
      Handbook.Chapter(module: "Engine", symbols: [symbol(.structure, "Linear")])
    ])
    let site = try site(book) { $0.url = "https://example.org" }
    #expect(site.diagnostics == [])
    let paths = site.files.map(\.path)
    #expect(paths.contains("reference.html") && paths.contains("reference-engine.html"))
    for path in ["index.html", "01-one.html", "reference-engine.html"] {
      #expect(try page(path, of: site).contains("href=\"reference.html\""), "\(path)")
    }
    let names = try page("reference.html", of: site)
    #expect(
      names.contains(
        """
        <dt><a href="reference-engine.html#Linear"><code>Linear</code></a></dt>
        <dd>Words.</dd>
        """))
    #expect(try page("sitemap.xml", of: site).contains("https://example.org/reference.html"))
    #expect(
      try page("search/0.js", of: site) == """
        (window.searchIndex ??= []).push(...[["reference-engine.html","What a cell can use: Engine",\
        "",[["","",""],["Linear","Linear","Words."]]]]);

        """)
    #expect(try page("script.js", of: site).contains("\"search/0.js\""))
  }

  @Test func aCourseWithoutCellsHasNoReferencePages() throws {
    let lesson = try sample("Words.")
    let site = Site(course([lesson]), [lesson], typesetter: typesetter, compiler: "Swift 6")
    #expect(!site.files.contains { $0.text.contains("reference") })
  }

  @Test func membersFollowTheirTypesAndExtensionsTheirTopics() throws {
    let page = try engine([
      symbol(.function, "linear(_:)", line: 9), symbol(.structure, "Linear"),
      symbol(.property, "Linear/weight"), symbol(.structure, "Linear/Kind"),
      symbol(.enumCase, "Linear/Kind/plain"), symbol(.method, "Linear/draw()", topic: "Drawn"),
    ])
    let order = page.matches(of: /<(?:h2|h3|div class="symbol") id="([^"]*)"/).map { String($0.1) }
    #expect(
      order == [
        "topic-Drawn", "topic-Drawn.Linear", "Linear.draw()", "topic-Layers", "linear(_:)",
        "Linear", "Linear.weight", "Linear.Kind", "Linear.Kind.plain",
      ])
    #expect(page.contains("More of it: <a href=\"#topic-Drawn.Linear\">Drawn</a>"))
    #expect(page.contains("More of <a href=\"#Linear\"><code>Linear</code></a>"))
  }

  @Test func symbolsWithTheSameNameShareAnAnchor() throws {
    let page = try engine([
      symbol(.method, "Tensor/+(_:_:)", comment: "Of tensors."),
      symbol(.method, "Tensor/+(_:_:)", comment: "Of numbers.", line: 5),
    ])
    #expect(page.matches(of: /id="Tensor\.\+\(_:_:\)"/).count == 1)
    #expect(page.contains("Of tensors.") && page.contains("Of numbers."))
  }

  @Test func declarationsAreHighlightedAndTheirTypesLinked() throws {
    let page = try engine([symbol(.structure, "Tensor"), symbol(.property, "Linear/weight")])
    #expect(
      page.contains(
        """
        <p class="signature"><code><span class="k">let</span> \
        <a class="f" href="#Linear.weight">weight</a>: <a class="t" href="#Tensor">Tensor</a> \
        <span class="arrow">-&gt;</span> <span class="t">Int</span></code></p>
        """))
  }

  @Test func commentsKeepTheirMarkupAndTheirSymbolsAreLinked() throws {
    let page = try engine(
      [
        symbol(.structure, "Linear"), symbol(.property, "Linear/weight"),
        symbol(
          .method, "Linear/f(_:)",
          comment: """
            Takes ``weight``, ``Linear/weight``, ``claim(_:)`` and ``nothing``; *a* < b.

                let y = 1

            - One.

            - Parameters:
              - x: What goes ``weight`` in.
              - y: Another.
            - Returns: What comes out.
            - Throws: What is wrong.
            """),
      ], others: [symbol(.function, "claim(_:)")])
    let weight = "<a href=\"#Linear.weight\"><code>"
    #expect(
      page.contains(
        """
        <p>Takes \(weight)weight</code></a>, \(weight)Linear/weight</code></a>, \
        <a href="reference-notebook.html#claim(_:)"><code>claim(_:)</code></a> and \
        <code>nothing</code>; <em>a</em> &lt; b.</p>
        """))
    #expect(page.contains("<pre role=\"group\" tabindex=\"0\" aria-label=\"Code\"><code><span"))
    #expect(page.contains("<ul>\n<li>\n<p>One.</p>\n</li>\n</ul>"))
    #expect(
      page.contains(
        """
        <dl class="particulars">
        <dt><code>x</code></dt><dd>What goes \(weight)weight</code></a> in.</dd>
        <dt><code>y</code></dt><dd>Another.</dd>
        <dt>Result</dt><dd>What comes out.</dd>
        <dt>Throws</dt><dd>What is wrong.</dd>
        </dl>
        """))
  }

  @Test func lessonsCanLinkToExistingAnchors() throws {
    let book = Handbook(chapters: [
      Handbook.Chapter(module: "Engine", symbols: [symbol(.structure, "Linear")])
    ])
    let there = "[it](reference-engine.html#Linear), [all](reference.html).\n\n\(cell)"
    #expect(try site(book, lesson: there).diagnostics == [])
    let nowhere = "[it](reference-engine.html#Linaer).\n\n\(cell)"
    #expect(
      try site(book, lesson: nowhere).diagnostics.map(\.description) == [
        "lessons/01-one.md:5: error: there is no anchor '#Linaer' on reference-engine.html\n"
          + "help: did you mean '#Linear'?"
      ])
  }

  @Test func aLessonWithTheNameOfAReferencePageIsAnError() throws {
    let book = Handbook(chapters: [Handbook.Chapter(module: "Engine", symbols: [])])
    #expect(
      try site(book, name: "reference").diagnostics.map(\.description) == [
        """
        lessons/course.yml:1: error: 'reference' is the name of a page that lists what a cell can use
        help: give the lesson another name
        """
      ])
  }

  /// The repository contains the sources if they are next to the course.
  @Test func sourcesInTheRepositoryAreLinked() throws {
    let book = Handbook(chapters: [
      Handbook.Chapter(module: "Engine", symbols: [symbol(.structure, "Linear", line: 7)])
    ])
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path
    let link = "https://github.com/a/b/blob/main/Sources/Engine/Layers/File.swift#L7"
    for (repository, folder, isLinked) in [
      ("https://github.com/a/b/", "lessons", true), ("https://github.com/a/b", "Tests/x/y", false),
      ("https://example.org/files/of/course", "lessons", false),
    ] {
      let site = try site(book) {
        $0.repository = repository
        $0.folder = "\(root)/\(folder)"
      }
      #expect(try page("reference-engine.html", of: site).contains(link) == isLinked, "\(folder)")
    }
  }

  @Test func decodedPagesEqualTheEncodedOnes() throws {
    let lesson = try sample(cell)
    let index = SiteIndex(course([lesson]), [lesson.outline])
    let book = Handbook(chapters: [
      Handbook.Chapter(module: "Engine", symbols: [symbol(.structure, "Linear")])
    ])
    let pages = HandbookPages(book, in: index, typesetter: typesetter)
    let data = try JSONEncoder().encode(pages)
    #expect(try JSONDecoder().decode(HandbookPages.self, from: data) == pages)
  }

  /// The cache key contains everything that the pages show of a course, and nothing else.
  @Test func theCacheKeyChangesWithTheVisiblePartsOfTheCourse() throws {
    let lesson = try sample(cell)
    func key(_ change: (inout Course) -> Void) -> String {
      var course = course([lesson])
      change(&course)
      return HandbookPages.cacheKey(in: SiteIndex(course, [lesson.outline]))
    }
    let usual = key { _ in }
    #expect(key { $0.description = "Other words." } == usual)
    #expect(key { $0.title = "Another" } != usual)
    #expect(key { $0.url = "https://example.org" } != usual)
    #expect(key { $0.parts[0].title = "Another" } != usual)
  }
}
