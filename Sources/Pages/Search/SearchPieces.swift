import Lessons

/// The search index: a file for each part, and one for the pages beside the lessons.
///
/// Each is a classic script that adds its pages to a global list, since a page that was opened as
/// a file may load scripts but may not fetch. A page is its address, its title, the author's own
/// words to find it by, and its passages: anchor, heading and text.
func searchPieces(_ index: SiteIndex, _ leaves: [Leaf]) -> [Site.File] {
  let entries = Dictionary(leaves.map { ($0.outline.name, $0.entry) }) { first, _ in first }
  return index.parts.enumerated().map { number, part in
    let list = part.lessons.compactMap { entries[$0] }.joined(separator: ",".utf8)
    let script = Array("(window.searchIndex ??= []).push(...[".utf8) + list + "]);\n".utf8
    return Site.File("search/\(number + 1).js", script)
  }
}

/// A page as the index has it.
struct SearchEntry: Encodable {
  private let page: MeasuredLesson
  private let passages: [Passage]

  init(_ page: MeasuredLesson, _ headings: [Heading]) {
    self.page = page
    var collector = PassageCollector(page, headings)
    collector.visit(page.lesson.body)
    collector.visitNotes()
    passages = collector.passages
  }

  func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    let front = page.lesson.frontMatter
    try list.encode(address(ofFile: "\(page.lesson.name).html"))
    try list.encode(front.title)
    try list.encode(([front.description] + front.keywords).joined(separator: ", "))
    try list.encode(passages.map { [$0.anchor, $0.heading, $0.text] })
  }
}
