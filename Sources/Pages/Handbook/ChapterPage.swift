import Lessons
import Markup
import Symbols

/// The page of a module: its topics, each with its symbols and their documentation.
struct ChapterPage {
  let outline: ChapterOutline
  let index: SiteIndex
  let sources: SourceLinks
  private(set) var text: HandbookText

  init(
    _ outline: ChapterOutline, in index: SiteIndex, text: HandbookText, sources: SourceLinks
  ) {
    self.outline = outline
    self.index = index
    self.text = text
    self.sources = sources
  }

  /// Renders the page with its navigation.
  mutating func html() -> HTML {
    let wording = index.wording
    let title: String = wording(.chapter, outline.module)
    let lede: String = wording(.chapterText, outline.module)
    let template = PageTemplate(index: index, path: text.page, title: title, description: lede)
    let headings = outline.topics.map {
      Heading(level: 2, anchor: $0.anchor, words: index.handbookWords("\($0.title)"), line: 0)
    }
    var body = HTML()
    for topic in outline.topics { body += self.topic(topic) }
    return template.document(
      """
      \(courseNavigation(index, at: ""))<main id="text" tabindex="-1">
      <article>
      <header class="opening"\(wording.lang)>
      <p class="kicker"><a href="\(HandbookIndex.page)">\(wording[.handbook])</a></p>
      <h1>\(outline.module)</h1>
      <p class="lede">\(lede)</p>
      </header>
      \(contents(headings, wording))<div class="body handbook"\(index.handbookLang)>
      \(body)</div>
      </article>
      </main>

      """)
  }

  private mutating func topic(_ topic: ChapterOutline.Topic) -> HTML {
    var html: HTML = """
      <h2 id="\(topic.anchor)">\(topic.title)\(link(to: topic.anchor))</h2>

      """
    for function in topic.functions { html += entry(function) }
    for section in topic.sections { html += self.section(section) }
    return html
  }

  private mutating func section(_ section: ChapterOutline.Section) -> HTML {
    let title: HTML =
      section.type.isEmpty
      ? index.wording(.moreOf, typeLink(section.name)) : "<code>\(section.name)</code>"
    var html: HTML = """
      <h3 id="\(section.anchor)">\(title)\(link(to: section.anchor))</h3>

      """
    for symbol in section.type { html += declaration(symbol) }
    let additions = outline.additions(to: section.name)
    if !section.type.isEmpty, !additions.isEmpty {
      let links = additions.map { title, anchor -> HTML in
        "<a href=\"\(address("#" + anchor))\">\(title)</a>"
      }
      html += "<p class=\"more\">\(index.wording(.moreOfIt, links.joined(separator: ", ")))</p>\n"
    }
    guard !section.members.isEmpty else { return html }
    html += "<div class=\"members\">\n"
    for member in section.members { html += entry(member) }
    return html + "</div>\n"
  }

  private mutating func entry(_ entry: ChapterOutline.Entry) -> HTML {
    var html: HTML = "<div class=\"symbol\" id=\"\(entry.name)\">\n"
    for symbol in entry.symbols { html += declaration(symbol) }
    return html + "</div>\n"
  }

  private mutating func declaration(_ symbol: Symbol) -> HTML {
    text.signature(symbol, source: sources.address(of: symbol)) + text.documentation(of: symbol)
  }

  private func typeLink(_ name: String) -> HTML {
    let target = text.index.address(of: name, seenFrom: nil, on: text.page)
    return target.map { "<a href=\"\(address($0))\"><code>\(name)</code></a>" }
      ?? "<code>\(name)</code>"
  }

  private func link(to anchor: String) -> HTML {
    """
     <a class="anchor" href="\(address("#" + anchor))" \
    aria-label="\(index.wording[.linkHere])">§</a>
    """
  }
}
