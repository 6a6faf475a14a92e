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

    init(_ path: String, _ text: String) {
      self.path = path
      content = Array(text.utf8)
    }

    init(_ path: String, _ content: [UInt8]) {
      self.path = path
      self.content = content
    }
  }

  /// The files in the order of the course.
  public private(set) var files: [File]
  /// What is wrong with formulas, links and pictures.
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
    let index = SiteIndex(course: course, lessons: lessons)
    files = [File("index.html", indexPage(index).text)]
    var pages: [String] = []
    var links = SiteLinks(course)
    for lesson in lessons {
      var text = LessonText(lesson, in: index, typesetter)
      let page = lessonPage(lesson, &text, in: index, compiler: compiler)
      pages.append(page.text)
      files.append(File("\(lesson.lesson.name).html", page.text))
      files += lesson.figures.map {
        File(Site.path(ofDataOf: $0, in: lesson.lesson), $0.data.csv)
      }
      links.note(text)
      diagnostics += text.diagnostics + weigh(page, of: lesson.lesson)
    }
    let fonts = typesetter.fontFiles(usedIn: pages)
    files += fonts.map { File("fonts/\($0.name)", bytes(of: $0.path)) }
    let formulas = fonts.isEmpty ? "" : typesetter.styleSheet
    files.append(File("style.css", Site.styleSheet + formulas))
    diagnostics += links.check(against: files.map(\.path))
    files += links.assets
  }

  private func bytes(of path: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: path) ?? Data())
  }

  /// How many bytes a page may have; at twice as many it is not published.
  static let pageBudget = 400 * 1024

  private func weigh(_ page: HTML, of lesson: Lesson) -> [Diagnostic] {
    let size = page.text.utf8.count
    guard size > Site.pageBudget else { return [] }
    let words = "the page has \(size / 1024) KB, and \(Site.pageBudget / 1024) are enough"
    let help = "divide the lesson, or draw fewer points"
    return size > 2 * Site.pageBudget
      ? [.error(Place(file: lesson.file), words, help: help)]
      : [.warning(Place(file: lesson.file), words, help: help)]
  }

  /// Where a figure's data stand as a file.
  static func path(ofDataOf figure: Figure, in lesson: Lesson) -> String {
    "\(lesson.name)/\(figure.name).csv"
  }

  private static var styleSheet: String {
    String(decoding: PackageResources.page_css, as: UTF8.self) + Drawing.styleSheet
  }
}
