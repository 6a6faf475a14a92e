import Lessons
import Typesetting

/// The files of the search index: one for each part, and one for the pages outside the parts.
///
/// Each is a classic script that adds its pages to a global list, since a page opened as a file can
/// load scripts but cannot fetch. The entry of a page is its address, its title, its description and
/// keywords, and its passages: anchor, heading and text.
func searchIndexFiles(_ index: SiteIndex, _ lessons: [RenderedLesson]) -> [Site.File] {
  let entries = Dictionary(lessons.map { ($0.outline.name, $0.searchEntry) }) { first, _ in first }
  return index.parts.enumerated().map { number, part in
    let list = part.lessons.compactMap { entries[$0] }.joined(separator: ",".utf8)
    let script = Array("(window.searchIndex ??= []).push(...[".utf8) + list + "]);\n".utf8
    return Site.File("search/\(number + 1).js", script)
  }
}

/// The entry of a page in the search index.
struct SearchEntry: Encodable {
  private let page: MeasuredLesson
  private let passages: [SearchPassage]

  init(_ page: MeasuredLesson, _ headings: [Heading], typesetter: Typesetter) {
    self.page = page
    var collector = SearchPassageCollector(page, headings, typesetter: typesetter)
    collector.visit(page.lesson.body)
    collector.visitFootnotes()
    passages = collector.passages
  }

  func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    let front = page.lesson.frontMatter
    try list.encode(pageAddress(of: page.lesson.name))
    try list.encode(front.title)
    try list.encode(([front.description] + front.keywords).joined(separator: ", "))
    try list.encode(passages.map { [$0.anchor, $0.heading, $0.text] })
  }
}
