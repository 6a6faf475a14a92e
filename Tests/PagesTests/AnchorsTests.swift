import Charts
import Lessons
import Pages
import Records
import SiteWalking
import Testing

/// Ids are unique, and links lead to the right elements, whatever the names of headings and elements.
@Suite struct AnchorsTests {
  /// Headings that resemble the ids of other elements, or each other.
  static let headings = [
    "Note 1", "Note 2", "Note 1 back", "Fig fall", "Fig a 1", "Fig a wide title", "Fig a", "Tbl a",
    "Eq a", "Cell a", "Claim peak", "Measured peak", "Measured a", "Cite glorot2010", "Works",
    "Text", "Exercise 1", "Exercise do it", "Section", "!!!", "Label 1", "A b", "a B", "A, b!",
    "梯度",
    "梯度!", "梯度 2", "`a` *b*", "Fig-a.1", "Note-1",
  ]
  static let names = ["fall", "a", "a-1", "b", "peak", "wide-title", "a-wide-title", "1", "1-back"]

  /// A page with random headings and elements.
  private func page(_ seed: Int) throws -> SiteWalk {
    var source = SeededSource(seed)
    func some(_ list: [String]) -> [String] { list.filter { _ in Bool.random(using: &source) } }
    let figures = some(Self.names)
    let tables = some(Self.names)
    let claims = some(Self.names)
    let equations = some(Self.names)
    let cells = some(Self.names)
    var blocks = (0..<12).map { _ in "## \(Self.headings.randomElement(using: &source) ?? "")" }
    blocks += equations.map { "$$ x $$ {#eq:\($0)}" } + equations.map { "See [](eq:\($0))." }
    blocks += cells.map { "See [](cell:\($0))." }
    blocks += figures.map { "See [](fig:\($0))." } + tables.map { "See [](tbl:\($0))." }
    blocks += claims.flatMap { ["[Words](claim:\($0)).", "[Again](claim:\($0))."] }
    blocks += ["A.[^x]", "B.[^y] C.[^x]", "Said [@glorot2010]; [@a].", "> [!EXERCISE]\n> Words."]
    blocks += ["> [!EXERCISE] Do it\n> Words.", "> [!NOTE] Label 1\n> Words."]
    blocks.shuffle(using: &source)
    blocks =
      ["```{swift}\nlet x = 1\n```"]
      + cells.map { "```{swift}\n//| label: \($0)\nlet y = 1\n```" } + blocks
      + ["[^x]: Note.", "[^y]: Note.[^z]", "[^z]: Note."]
    var records = claims.map { claim($0, 1) }
    for (id, name) in figures.enumerated() {
      if Bool.random(using: &source) {
        records.append(figure(name, id: id))
      } else {
        guard
          case .figure(_, let swept) = sweep(
            name, over: [.number(1), .number(2)], frames: (0, "A."), (1, "B."))
        else { continue }
        records.append(.figure(id: id, swept))
      }
    }
    records += tables.enumerated().map { table($0.element, id: 100 + $0.offset) }
    return try walk(blocks.joined(separator: "\n\n"), records)
  }

  private func walk(_ body: String, _ records: [Record] = []) throws -> SiteWalk {
    let measured = [try sample(body, records)]
    var course = course(measured)
    course.works = ["glorot2010", "a"].map { id in
      var work = CitedWork(id: id)
      work.title = id
      work.year = "2010"
      return work
    }
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    #expect(site.diagnostics == [])
    return SiteWalk(site.contentsWithReference)
  }

  @Test(arguments: 0..<40)
  func idsAreUniqueAndLinksLeadToTheRightElements(_ seed: Int) throws {
    let walk = try page(seed)
    #expect(walk.problems == [])
    let page = try #require(walk.pages["01-one.html"])
    let kinds = [
      "fig-": "figure", "tbl-": "table", "eq-": "div", "cell-": "div", "cite-": "li",
      "note-": "div",
    ]
    let links = page.elements.filter { $0.name == "a" && $0.ancestors.contains("p") }
    for address in links.compactMap({ $0.attributes["href"] }) where address.hasPrefix("#") {
      let id = String(address.dropFirst())
      guard let kind = kinds.first(where: { id.hasPrefix($0.key) })?.value else { continue }
      #expect(walk.element(id, on: "01-one.html")?.name == kind, "\(address)")
    }
    let contents = page.elements.filter {
      $0.name == "a" && $0.ancestors.suffix(2) == ["ol", "li"]
    }
    for address in contents.compactMap({ $0.attributes["href"] }) where address.hasPrefix("#") {
      #expect(walk.element(String(address.dropFirst()), on: "01-one.html")?.name == "h2")
    }
    for claim in page.elements where claim.attributes["class"] == "claim" {
      let id = try #require(claim.attributes["aria-describedby"])
      #expect(walk.element(id, on: "01-one.html")?.attributes["class"] == "measured")
    }
  }

  /// The addresses in the page's contents, in order.
  private func contents(_ body: String) throws -> [String] {
    let page = try #require(try walk(body).pages["01-one.html"])
    return page.elements.filter { $0.name == "a" && $0.ancestors.contains("ol") }
      .compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
  }

  @Test func aHeadingNamedLikeANoteGetsAnotherID() throws {
    let body = "Words.[^n]\n\n## Note 1\n\n## After it\n\n[^n]: The note."
    #expect(try contents(body) == ["#note-1-2", "#after-it"])
    let walk = try walk(body)
    #expect(walk.element("note-1", on: "01-one.html")?.attributes["class"] == "sidenote")
    #expect(walk.element("note-1-2", on: "01-one.html")?.name == "h2")
  }

  @Test func aHeadingNamedLikeThePagesTextGetsAnotherID() throws {
    #expect(try contents("## Text\n\n## Works") == ["#text-2", "#works"])
    #expect(try contents("## Text\n\n## Works\n\nSaid [@a].") == ["#text-2", "#works-2"])
  }

  @Test func anInlineEquationHasAnID() throws {
    let walk = try walk("Since $$ a $$ {#eq:one} holds, see [](eq:one).")
    #expect(walk.problems == [] && walk.element("eq-one", on: "01-one.html")?.name == "span")
  }

  @Test func linksAreNotNested() throws {
    let walk = try walk(
      """
      [words[^n] and [@a]](https://e.org), [the figure[^n]](fig:f).

      ```{swift}
      let x = 1
      ```

      [^n]: Note.
      """, [figure("f")])
    #expect(walk.problems == [])
    let page = try #require(walk.pages["01-one.html"])
    #expect(page.elements.count { $0.attributes["class"] == "noteref" } == 2)
  }
}

extension Site {
  /// The files' contents by their paths.
  var contents: [String: [UInt8]] {
    Dictionary(files.map { ($0.path, $0.content) }) { first, _ in first }
  }
}
