internal import Foundation
internal import Lessons
internal import Markup
public import Symbols
public import Typesetting

/// The reference pages: one with the symbols of all modules, and one for each module.
public struct HandbookPages: Codable, Equatable, Sendable {
  /// A page with its path.
  private struct Page: Codable, Equatable {
    var path: String
    var text: String
    /// The ids that links can lead to.
    var anchors = Anchors()
  }

  private var pages: [Page]
  private var searchIndex: String
  /// The font files that the pages use.
  let fonts: [FontFile]

  /// Renders the pages of a handbook.
  ///
  /// - Parameters:
  ///   - handbook: The symbols that cells can use.
  ///   - index: The index of the course.
  ///   - typesetter: The typesetter for code.
  public init(_ handbook: Handbook, in index: SiteIndex, typesetter: Typesetter) {
    let book = HandbookIndex(handbook)
    let sources = SourceLinks(index)
    pages = [Page(path: HandbookIndex.page, text: handbookPage(book, in: index).text)]
    var entries: [ChapterEntry] = []
    for outline in book.outlines {
      let path = HandbookIndex.page(of: outline.module)
      let text = HandbookText(
        book, page: path, wording: index.wording, typesetter: typesetter)
      var chapter = ChapterPage(outline, in: index, text: text, sources: sources)
      var page = Page(path: path, text: chapter.html().text)
      for anchor in outline.anchors { page.anchors.register(anchor) }
      pages.append(page)
      entries.append(
        ChapterEntry(outline, path: path, title: index.wording(.chapter, outline.module)))
    }
    fonts = typesetter.fontFiles(usedIn: pages.map(\.text))
    searchIndex = "(window.searchIndex ??= []).push(...\(json(entries)));\n"
  }

  /// The part of the pages that depends on the course: as long as it is the same, the same handbook has
  /// the same pages.
  public static func cacheKey(in index: SiteIndex) -> String {
    let template = PageTemplate(index: index, path: HandbookIndex.page, title: "", description: "")
    return template.document(courseNavigation(index, at: "")).text
      + (SourceLinks(index).base ?? "")
  }

  /// The pages as files.
  var files: [Site.File] { pages.map { Site.File($0.path, $0.text) } }

  /// The ids that lessons can link to, by the pages' paths.
  var anchors: [String: Anchors] {
    Dictionary(pages.dropFirst().map { ($0.path, $0.anchors) }) { first, _ in first }
  }

  /// Their file of the search index; the files of the course are numbered from 1.
  var searchIndexFile: Site.File { Site.File("search/0.js", searchIndex) }

  /// Reports lessons that have the same path as one of these pages.
  func diagnostics(of course: Course) -> [Diagnostic] {
    (course.lessons + course.pages).filter { name in pages.contains { $0.path == "\(name).html" } }
      .map {
        .error(
          .course, course.place(ofLesson: $0),
          "'\($0)' is the name of a page that lists what a cell can use",
          help: "give the lesson another name")
      }
  }
}

/// A module's entry in the search index: each symbol with its summary.
private struct ChapterEntry: Encodable {
  let path: String
  let title: String
  let passages: [[String]]

  init(_ outline: ChapterOutline, path: String, title: String) {
    self.path = path
    self.title = title
    passages =
      [["", "", ""]]
      + outline.topics.flatMap { topic in
        topic.functions.map(passage)
          + topic.sections.flatMap { section in
            (section.type.isEmpty ? [] : [section.type]).map { passage(section.name, $0) }
              + section.members.map(passage)
          }
      }
  }

  func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(path)
    try list.encode(title)
    try list.encode("")
    try list.encode(passages)
  }
}

private func passage(_ entry: ChapterOutline.Entry) -> [String] {
  passage(entry.name, entry.symbols)
}

private func passage(_ name: String, _ symbols: [Symbol]) -> [String] {
  let words = symbols.map { DocumentationComment($0.comment) { _ in nil }.summary.plainText }
  return [name, name, words.joined(separator: " ")]
}
