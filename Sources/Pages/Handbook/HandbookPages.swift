internal import Foundation
internal import Lessons
internal import Markup
public import Symbols
public import Typesetting

/// The pages that list what a cell can use: one with all names, and one for each module.
public struct HandbookPages: Codable, Equatable, Sendable {
  /// A page.
  private struct Page: Codable, Equatable {
    var path: String
    var text: String
    /// Its places.
    var anchors = Anchors()
  }

  private var pages: [Page]
  private var index: String
  /// The typefaces of its formulas.
  let fonts: [FontFile]

  /// The pages of a handbook.
  ///
  /// - Parameters:
  ///   - handbook: What a cell can use.
  ///   - index: Where everything of the course is.
  ///   - typesetter: What sets code.
  public init(_ handbook: Handbook, in index: SiteIndex, typesetter: Typesetter) {
    let book = HandbookIndex(handbook)
    let sources = SourceLinks(index)
    pages = [Page(path: HandbookIndex.page, text: handbookPage(book, in: index).text)]
    var entries: [ChapterEntry] = []
    for outline in book.outlines {
      let path = HandbookIndex.page(of: outline.module)
      let text = HandbookText(book, page: path, index.wording, typesetter)
      var chapter = ChapterPage(outline, in: index, text, sources)
      var page = Page(path: path, text: chapter.html().text)
      for anchor in outline.anchors { page.anchors.take(anchor) }
      pages.append(page)
      entries.append(
        ChapterEntry(outline, path: path, title: index.wording(.chapter, outline.module)))
    }
    fonts = typesetter.fontFiles(usedIn: pages.map(\.text))
    self.index = "(window.searchIndex ??= []).push(...\(json(entries)));\n"
  }

  /// What the pages take from a course: while that is the same, the same handbook has the same
  /// pages.
  public static func frame(in index: SiteIndex) -> String {
    let shell = Shell(index: index, path: HandbookIndex.page, title: "", description: "")
    return shell.document(courseNavigation(index, at: "")).text
      + (SourceLinks(index).base ?? "")
  }

  /// The pages as files.
  var files: [Site.File] { pages.map { Site.File($0.path, $0.text) } }

  /// The places that lessons may refer to, by the pages' paths.
  var places: [String: Anchors] {
    Dictionary(pages.dropFirst().map { ($0.path, $0.anchors) }) { first, _ in first }
  }

  /// Their piece of the search index; those of the course count from 1.
  var searchPiece: Site.File { Site.File("search/0.js", index) }

  /// What is wrong with a course whose lessons would take these pages' places.
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

/// A module's page as the search index has it: each name with its first words.
private struct ChapterEntry: Encodable {
  let path: String
  let title: String
  let passages: [[String]]

  init(_ outline: ChapterOutline, path: String, title: String) {
    (self.path, self.title) = (path, title)
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
  let words = symbols.map { Explanation($0.comment) { _ in nil }.summary.plainText }
  return [name, name, words.joined(separator: " ")]
}
