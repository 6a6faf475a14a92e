import Lessons
import Markup
import Symbols

/// Renders the page with the symbols of all modules, each with its summary.
func handbookPage(_ book: HandbookIndex, in index: SiteIndex) -> HTML {
  let wording = index.wording
  let template = PageTemplate(
    index: index, path: HandbookIndex.page, title: wording[.handbook],
    description: wording[.handbookText])
  let headings = book.outlines.map {
    Heading(level: 2, anchor: $0.module, words: "\($0.module)", line: 0)
  }
  let chapters = book.outlines.map { chapter($0, wording) }
  return template.document(
    """
    \(courseNavigation(index, at: ""))<main id="text" tabindex="-1">
    <article>
    <header class="opening"\(wording.lang)>
    <h1>\(wording[.handbook])</h1>
    <p class="lede">\(wording[.handbookText])</p>
    </header>
    \(contents(headings, wording))<div class="body handbook"\(index.handbookLang)>
    \(chapters)</div>
    </article>
    </main>

    """)
}

extension SiteIndex {
  /// The attributes of text from the source, which is English, in a course in another language.
  var handbookLang: HTML? {
    let page = Language(course.language)
    guard page.tag.lowercased().split(separator: "-").first != "en" else { return nil }
    return " lang=\"en\"\(page.isRightToLeft ? " dir=\"ltr\"" : nil)"
  }

  /// Text from the source within text in another language.
  func handbookWords(_ words: HTML) -> HTML {
    handbookLang.map { "<span\($0)>\(words)</span>" } ?? words
  }
}

/// The link to the handbook.
func handbookLink(_ wording: Wording) -> HTML {
  "<a href=\"\(HandbookIndex.page)\">\(wording[.handbook])</a>"
}

private func chapter(_ outline: ChapterOutline, _ wording: Wording) -> HTML {
  let page = HandbookIndex.page(of: outline.module)
  let topics = outline.topics.map { topic($0, page, wording: wording) }
  return """
    <h2 id="\(outline.module)"><a href="\(page)">\(outline.module)</a></h2>
    \(topics)
    """
}

private func topic(_ topic: ChapterOutline.Topic, _ page: String, wording: Wording) -> HTML {
  let named = topic.functions + topic.sections.compactMap(\.entry)
  let rows = named.map { entry -> HTML in
    let words = entry.symbols.first.map {
      DocumentationComment($0.comment) { _ in nil }.summary.plainText
    }
    return """
      <dt><a href="\(page)\(address("#" + entry.name))"><code>\(entry.name)</code></a></dt>
      <dd>\(words ?? "")</dd>

      """
  }
  let list: HTML? = rows.isEmpty ? nil : "<dl class=\"names\">\n\(rows)</dl>\n"
  let added = topic.sections.filter(\.type.isEmpty).map { section -> HTML in
    let links = section.members.map { member -> HTML in
      let name = member.name.dropFirst(section.name.count + 1)
      return "<a href=\"\(page)\(address("#" + member.name))\"><code>\(name)</code></a>"
    }
    return """
      <p class="added">\(wording(.moreOf, "<code>\(section.name)</code>" as HTML)): \
      \(links.joined(separator: ", "))</p>

      """
  }
  return """
    <h3><a href="\(page)#\(topic.anchor)">\(topic.title)</a></h3>
    \(list)\(added)
    """
}

extension ChapterOutline.Section {
  /// The type itself, if it is declared in this topic.
  fileprivate var entry: ChapterOutline.Entry? {
    type.isEmpty ? nil : ChapterOutline.Entry(name: name, symbols: type)
  }
}
