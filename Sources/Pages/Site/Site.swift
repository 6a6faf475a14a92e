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

    let faces = Site.faces(of: leaves, handbook, beside: standing, typesetter)
    let fonts = faces.map { File("fonts/\($0.name)", bytes(of: $0.path)) }
    let style = File(
      "style.css",
      Site.pageStyle + Drawing.styleSheet
        + (faces.isEmpty ? "" : typesetter.styleSheet(with: faces)))
    let pieces = searchPieces(index, leaves)
    let allPieces = pieces + (handbook.map { [$0.searchPiece] } ?? [])
    let script = File("script.js", Site.script(wording, pieces: allPieces.map(\.path)))
    files += allPieces + [script, style, File("favicon.svg", Site.favicon)] + fonts
    files += siteMap(index).map { [File("sitemap.xml", $0)] } ?? []

    let clashes = handbook?.diagnostics(of: course) ?? []
    diagnostics = checkLanguage(course, wording) + index.repositoryDiagnostics + clashes
    var links = SiteLinks(index)
    links.note(handbook?.places ?? [:])
    for leaf in leaves {
      links.note(leaf)
      diagnostics += leaf.diagnostics
    }
    let linkDiagnostics = links.check(against: files.map(\.path))
    diagnostics += Budget.check(leaves, with: style.content, links.pictures)
    diagnostics += Budget.check(shared: fonts + [script], of: course)
    diagnostics += Budget.check(index: allPieces, of: course)
    diagnostics += linkDiagnostics
    files += links.assets
    // A lesson that has the name of a reference page has its path, too.
    if clashes.isEmpty { diagnostics += checkPaths(files, course) }
  }

  /// The typefaces of the pages that the site will have: of those that stay instead of what is made
  /// now, their own.
  private static func faces(
    of leaves: [Leaf], _ handbook: HandbookPages?, beside standing: [File], _ typesetter: Typesetter
  ) -> [FontFile] {
    var staying = Dictionary(standing.map { ($0.path, $0.content) }) { first, _ in first }
    var faces: Set<FontFile> = []
    func note(_ files: [File], _ fonts: [FontFile]) {
      guard files.allSatisfy({ staying[$0.path] == nil || staying[$0.path] == $0.content })
      else { return }
      faces.formUnion(fonts)
      // A page that is the same byte for byte need not be looked through.
      for file in files { staying[file.path] = nil }
    }
    for leaf in leaves { note(Array(leaf.files.prefix(1)), leaf.fonts) }
    if let handbook { note(handbook.files, handbook.fonts) }
    let pages = standing.filter { staying[$0.path] != nil }
    faces.formUnion(
      typesetter.fontFiles(usedIn: pages.map { String(decoding: $0.content, as: UTF8.self) }))
    return faces.sorted { $0.name < $1.name }
  }

  /// Where a figure's data are as a file.
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
      .course, course.place(of: "language"),
      "the interface has no words in '\(course.language)'",
      help: "it has words in \(wording.languages.joined(separator: ", ")); here it speaks English")
  ]
}

/// What is wrong with two files that would take one place, and with a file where a folder is to be.
private func checkPaths(_ files: [Site.File], _ course: Course) -> [Diagnostic] {
  var contents: [String: [UInt8]] = [:]
  var folders: Set<String> = []
  for file in files {
    let parts = file.path.split(separator: "/")
    for count in 1..<max(parts.count, 1) { folders.insert(parts[..<count].joined(separator: "/")) }
  }
  return files.compactMap { file in
    let other = contents.updateValue(file.content, forKey: file.path)
    guard folders.contains(file.path) || other.map({ $0 != file.content }) ?? false else {
      return nil
    }
    return .error(
      .course, Place(file: course.file), "two files of the site would be '\(file.path)'",
      help: "give the lesson, the figure or the file of that name another one")
  }
}
