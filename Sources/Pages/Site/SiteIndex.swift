public import Lessons
internal import Markup

/// The structure of a site: its lessons, parts and outlines, for references and navigation.
public struct SiteIndex: Sendable {
  /// Lessons under a common title, or the pages outside the sequence of lessons.
  struct Part: Sendable {
    /// Its title; nil if the course has no parts.
    let title: String?
    /// Whether it consists of the pages outside the sequence of lessons.
    let isBesideTheLessons: Bool
    /// Its anchor on the index page.
    let anchor: String
    let lessons: [String]
  }

  let course: Course
  /// The lessons and pages that could be read, in order.
  let names: [String]
  let wording: Wording
  /// The course's parts, followed by the pages outside the sequence of lessons, if any.
  let parts: [Part]
  private let outlines: [String: Outline]
  /// The location of the course's files.
  let location: CourseLocation
  private let sequence: [String]
  /// The lessons' positions in the course.
  private let positions: [String: Int]

  /// Creates the index of a course from the outlines of its lessons.
  public init(_ course: Course, _ outlines: [Outline]) {
    self.init(course, outlines, wording: Wording(for: course.language))
  }

  package init(_ course: Course, _ outlines: [Outline], wording: Wording) {
    var course = course
    course.works = course.works.disambiguated(wording)
    self.course = course
    self.wording = wording
    names = outlines.map(\.name)
    self.outlines = Dictionary(zip(names, outlines)) { first, _ in first }
    sequence = course.lessons
    positions = Dictionary(zip(sequence, sequence.indices)) { first, _ in first }
    var anchors = Anchors()
    var all = course.parts.map { ($0.title, false, $0.lessons) }
    if !course.pages.isEmpty { all.append((wording[.besideTheLessons], true, course.pages)) }
    parts = all.map { title, isBeside, lessons in
      Part(
        title: title, isBesideTheLessons: isBeside, anchor: anchors.anchor(for: title ?? ""),
        lessons: lessons)
    }
    location = CourseLocation(course)
  }

  /// Whether any lesson has a cell; only then does the site have reference pages.
  public var hasCells: Bool { outlines.values.contains(where: \.hasCells) }

  /// A lesson's number in the course, from 1; nil for other pages.
  func number(of lesson: String) -> Int? {
    positions[lesson].map { $0 + 1 }
  }

  /// The prefix of the numbers of a lesson's figures, such as `3.` in Figure 3.2.
  func prefix(of lesson: String) -> String { number(of: lesson).map { "\($0)." } ?? "" }

  func work(_ id: String) -> CitedWork? { course.works.first { $0.id == id } }

  func outline(of lesson: String) -> Outline? { outlines[lesson] }

  func title(of lesson: String) -> String { outlines[lesson]?.title ?? lesson }

  /// The previous and the next lesson.
  func neighbours(of lesson: String) -> (before: String?, after: String?) {
    guard let here = positions[lesson] else { return (nil, nil) }
    let all = sequence
    return (here > 0 ? all[here - 1] : nil, here + 1 < all.count ? all[here + 1] : nil)
  }

  /// The public address of a page with a percent-encoded path; nil if the course file does not give
  /// the site's address.
  func address(of path: String) -> String? {
    guard let url = course.url, !url.isEmpty else { return nil }
    let base = url.hasSuffix("/") ? url : url + "/"
    return path == "index.html" ? base : base + path
  }
}

extension SiteIndex.Part {
  /// Its title as HTML, in the interface's language for the pages outside the lessons.
  func heading(_ wording: Wording) -> HTML? {
    title.map { isBesideTheLessons ? wording.span(.besideTheLessons) : "\($0)" }
  }
}
