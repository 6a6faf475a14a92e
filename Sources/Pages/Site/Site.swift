internal import Charts
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
  /// What is wrong with formulas, links, pictures and weights.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The site of a course.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - lessons: Its lessons, in order, with what they measured.
  ///   - typesetter: What sets formulas and code.
  ///   - compiler: The compiler that built the lessons, for the line that says what made a page.
  public init(
    _ course: Course, _ lessons: [MeasuredLesson], typesetter: Typesetter, compiler: String
  ) {
    self.init(
      course, lessons, typesetter: typesetter, compiler: compiler,
      wording: Wording(for: course.language))
  }

  package init(
    _ course: Course, _ lessons: [MeasuredLesson], typesetter: Typesetter, compiler: String,
    wording: Wording
  ) {
    let index = SiteIndex(course: course, lessons: lessons, wording: wording)
    var pages: [(lesson: MeasuredLesson, text: LessonText, html: String)] = []
    for lesson in lessons {
      var text = LessonText(lesson, in: index, typesetter)
      let html = lessonPage(lesson, &text, in: index, compiler: compiler).text
      pages.append((lesson, text, html))
    }
    let fonts = typesetter.fontFiles(usedIn: pages.map(\.html))
      .map { File("fonts/\($0.name)", bytes(of: $0.path)) }
    let style = Site.pageStyle + Drawing.styleSheet + (fonts.isEmpty ? "" : typesetter.styleSheet)
    let pieces = searchPieces(index, pages.map { ($0.lesson, $0.text.headings) })
    let script = File("script.js", Site.script(wording, pieces: pieces.map(\.path)))

    files = [File("index.html", indexPage(index).text)]
    for (lesson, _, html) in pages {
      files.append(File("\(lesson.lesson.name).html", html))
      files += lesson.downloads
      files += lesson.figures.map { File(Site.path(ofDataOf: $0, in: lesson.lesson), $0.data.csv) }
    }
    files.append(File("404.html", notFoundPage(index).text))
    files += pieces + [script, File("style.css", style), File("favicon.svg", Site.favicon)] + fonts
    files += siteMap(index).map { [File("sitemap.xml", $0)] } ?? []

    diagnostics = checkLanguage(course, wording)
    var links = SiteLinks(course)
    for (lesson, text, html) in pages {
      links.note(text)
      diagnostics += text.diagnostics
      diagnostics += Budget.check(page: html, styleSheet: style, of: lesson.lesson)
    }
    diagnostics += Budget.check(shared: fonts + [script], of: course)
    diagnostics += Budget.check(index: pieces, of: course)
    diagnostics += links.check(against: files.map(\.path))
    files += links.assets
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
