internal import Charts
internal import Drawing
public import Lessons
internal import Markup
internal import Records

/// Every file of the course's site, by its path.
public struct Site: Equatable, Sendable {
  /// A file of the site.
  public struct File: Equatable, Sendable {
    /// Where it stands, relative to the site's folder.
    public var path: String
    /// What it holds.
    public var content: String
  }

  /// The files in the order of the course.
  public var files: [File]

  /// The site of a course.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - lessons: Its lessons, in order, with what they measured.
  ///   - compiler: The compiler that built the lessons, for the line that says what made a page.
  public init(_ course: Course, _ lessons: [MeasuredLesson], compiler: String) {
    let index = SiteIndex(course: course, lessons: lessons)
    files = [
      File(path: "index.html", content: indexPage(index).text),
      File(path: "style.css", content: Site.styleSheet),
    ]
    for lesson in lessons {
      let page = lessonPage(lesson, in: index, compiler: compiler)
      files.append(File(path: "\(lesson.lesson.name).html", content: page.text))
      for figure in lesson.figures {
        files.append(
          File(
            path: Site.path(ofDataOf: figure, in: lesson.lesson),
            content: figure.data.csv))
      }
    }
  }

  /// Where a figure's data stand as a file.
  static func path(ofDataOf figure: Figure, in lesson: Lesson) -> String {
    "\(lesson.name)/\(figure.name).csv"
  }

  private static var styleSheet: String {
    String(decoding: PackageResources.page_css, as: UTF8.self) + Drawing.styleSheet
  }
}
