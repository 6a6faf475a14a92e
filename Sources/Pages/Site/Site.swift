internal import Drawing
internal import Foundation
public import Lessons
internal import Markup
internal import Records
public import Typesetting

/// All files of the course's site.
public struct Site: Equatable, Sendable {
  /// A file of the site.
  public struct File: Equatable, Sendable {
    /// The path relative to the site's folder.
    public var path: String
    /// The bytes of the file.
    public var content: [UInt8]

    /// Creates a file with its path and content.
    public init(_ path: String, _ content: [UInt8]) {
      self.path = path
      self.content = content
    }

    init(_ path: String, _ text: String) { self.init(path, Array(text.utf8)) }
  }

  /// The files in the order of the course.
  public private(set) var files: [File]
  /// The problems of the lessons, and of links, pictures and sizes.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Assembles the site of a course.
  ///
  /// - Parameters:
  ///   - index: The index of the course.
  ///   - lessons: The rendered lessons, in order.
  ///   - typesetter: The typesetter that set formulas and code.
  ///   - handbook: The reference pages of the modules; nil leaves them off the site.
  ///   - retained: Pages of an older site that are published again unchanged; the shared files are
  ///     made for them too.
  public init(
    _ index: SiteIndex, _ lessons: [RenderedLesson], typesetter: Typesetter,
    handbook: HandbookPages? = nil,
    retaining retained: [File] = []
  ) {
    let course = index.course
    let wording = index.wording
    files = [File("index.html", indexPage(index).text)]
    files += lessons.flatMap(\.files)
    files += handbook?.files ?? []
    files.append(File("404.html", notFoundPage(index).text))

    let fontFiles = Site.fontFiles(
      of: lessons, handbook, retained: retained, typesetter: typesetter)
    let fonts = fontFiles.map { File("fonts/\($0.name)", bytes(of: $0.path)) }
    let style = File(
      "style.css",
      Site.pageStyle + Drawing.styleSheet
        + (fontFiles.isEmpty ? "" : typesetter.styleSheet(with: fontFiles)))
    let searchIndex =
      searchIndexFiles(index, lessons) + (handbook.map { [$0.searchIndexFile] } ?? [])
    let script = File("script.js", Site.script(wording, pieces: searchIndex.map(\.path)))
    files += searchIndex + [script, style, File("favicon.svg", Site.favicon)] + fonts
    files += siteMap(index).map { [File("sitemap.xml", $0)] } ?? []

    let clashes = handbook?.diagnostics(of: course) ?? []
    diagnostics = checkLanguage(course, wording) + index.repositoryDiagnostics + clashes
    var links = SiteLinks(index)
    links.add(handbook?.anchors ?? [:])
    for lesson in lessons {
      links.add(lesson)
      diagnostics += lesson.diagnostics
    }
    let linkDiagnostics = links.check(against: files.map(\.path))
    diagnostics += Budget.check(lessons, with: style.content, pictures: links.pictures)
    diagnostics += Budget.check(shared: fonts + [script], of: course)
    diagnostics += Budget.check(index: searchIndex, of: course)
    diagnostics += linkDiagnostics
    files += links.assets
    // A lesson with the name of a reference page also has its path; that is already reported.
    if clashes.isEmpty { diagnostics += checkPaths(files, course) }
  }

  /// The font files of all pages of the site; for a retained page, those of its old content.
  private static func fontFiles(
    of lessons: [RenderedLesson], _ handbook: HandbookPages?, retained: [File],
    typesetter: Typesetter
  ) -> [FontFile] {
    var remaining = Dictionary(retained.map { ($0.path, $0.content) }) { first, _ in first }
    var used: Set<FontFile> = []
    func add(_ files: [File], _ fonts: [FontFile]) {
      guard files.allSatisfy({ remaining[$0.path] == nil || remaining[$0.path] == $0.content })
      else { return }
      used.formUnion(fonts)
      // An unchanged page need not be searched for fonts.
      for file in files { remaining[file.path] = nil }
    }
    for lesson in lessons { add(Array(lesson.files.prefix(1)), lesson.fonts) }
    if let handbook { add(handbook.files, handbook.fonts) }
    let pages = retained.filter { remaining[$0.path] != nil }
    used.formUnion(
      typesetter.fontFiles(usedIn: pages.map { String(decoding: $0.content, as: UTF8.self) }))
    return used.sorted { $0.name < $1.name }
  }

  /// The path of the CSV file with a figure's data.
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
      "the interface is not translated into '\(course.language)'",
      help: "it is available in \(wording.languages.joined(separator: ", ")); English is used")
  ]
}

/// Reports files with the same path and different contents, and files with the path of a folder.
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
      .course, Place(file: course.file), "two files of the site have the path '\(file.path)'",
      help: "rename the lesson, the figure or the file")
  }
}
