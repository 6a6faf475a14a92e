internal import Drawing
internal import Foundation
public import Lessons
internal import Markup
internal import Records
public import Typesetting

/// Every file of the course's site, by its path.
public struct Site: Equatable, Sendable {
  /// A file of the site.
  public struct File: Equatable, Sendable {
    /// Where it stands, relative to the site's folder.
    public var path: String
    /// What it holds.
    public var content: [UInt8]

    /// A file.
    public init(_ path: String, _ content: [UInt8]) {
      self.path = path
      self.content = content
    }

    init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
  }

  /// The files in the order of the course.
  public private(set) var files: [File]
  /// What is wrong with the lessons, and with links, pictures and weights.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The site of a course.
  ///
  /// - Parameters:
  ///   - index: Where everything of the course is.
  ///   - leaves: What is there of its lessons, in order.
  ///   - typesetter: What has set formulas and code.
  ///   - handbook: The pages that list what a cell can use; nil leaves them off the site.
  ///   - standing: Pages of an older site that stay as they are, whatever is made: what all pages
  ///     share serves them too.
  public init(
    _ index: SiteIndex, _ leaves: [Leaf], typesetter: Typesetter, handbook: HandbookPages? = nil,
    beside standing: [File] = []
  ) {
    let (course, wording) = (index.course, index.wording)
    files = [File("index.html", indexPage(index).text)]
    files += leaves.flatMap(\.files)
    files += handbook?.files ?? []
    files.append(File("404.html", notFoundPage(index).text))

    let older = Site.fonts(of: standing, besides: files, typesetter)
    let fonts = Set(leaves.flatMap(\.fonts) + older).sorted { $0.name < $1.name }
      .map { File("fonts/\($0.name)", bytes(of: $0.path)) }
    let style = File(
      "style.css",
      Site.pageStyle + Drawing.styleSheet + (fonts.isEmpty ? "" : typesetter.styleSheet))
    let pieces = searchPieces(index, leaves) + (handbook.map { [$0.searchPiece] } ?? [])
    let script = File("script.js", Site.script(wording, pieces: pieces.map(\.path)))
    files += pieces + [script, style, File("favicon.svg", Site.favicon)] + fonts
    files += siteMap(index).map { [File("sitemap.xml", $0)] } ?? []

    diagnostics = checkLanguage(course, wording) + (handbook?.diagnostics(of: course) ?? [])
    var links = SiteLinks(course)
    links.note(handbook?.places ?? [:])
    for leaf in leaves {
      links.note(leaf)
      diagnostics += leaf.diagnostics
    }
    diagnostics += Budget.check(leaves, with: style.content)
    diagnostics += Budget.check(shared: fonts + [script], of: course)
    diagnostics += Budget.check(index: pieces, of: course)
    diagnostics += links.check(against: files.map(\.path))
    files += links.assets
  }

  /// The typefaces of pages that stand; those that are made byte for byte the same have told theirs.
  private static func fonts(
    of standing: [File], besides made: [File], _ typesetter: Typesetter
  ) -> [FontFile] {
    if standing.isEmpty { return [] }
    let contents = Dictionary(made.map { ($0.path, $0.content) }) { first, _ in first }
    let others = standing.filter { contents[$0.path] != $0.content }
    return typesetter.fontFiles(usedIn: others.map { String(decoding: $0.content, as: UTF8.self) })
  }

  /// Where a figure's data stand as a file.
  static func path(ofDataOf figure: Figure, in lesson: Lesson) -> String {
    "\(lesson.name)/\(figure.name).csv"
  }
}

private func bytes(of path: String) -> [UInt8] {
  Array(FileManager.default.contents(atPath: path) ?? Data())
}

private func checkLanguage(_ course: Course, _ wording: Wording) -> [Diagnostic] {
  guard !wording.isKnown else { return [] }
  return [
    .warning(
      .course, Place(file: course.file), "the interface has no words in '\(course.language)'",
      help: "it speaks \(wording.languages.joined(separator: ", ")); the pages are in English")
  ]
}
