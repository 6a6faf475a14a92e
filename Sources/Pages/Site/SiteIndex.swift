public import Lessons

/// Where everything of a site is: what references and navigation ask.
public struct SiteIndex: Sendable {
  /// Lessons under a common title, or the pages beside all lessons.
  struct Part: Sendable {
    /// Its title; nil where the course has no parts.
    let title: String?
    /// The name of its place on the first page.
    let anchor: String
    let lessons: [String]
  }

  let course: Course
  /// The lessons and pages that could be read, in order.
  let names: [String]
  let wording: Wording
  /// The course's parts, and after them the pages beside the lessons, where there are any.
  let parts: [Part]
  private let outlines: [String: Outline]
  private let sequence: [String]
  /// The lessons' positions in the course.
  private let positions: [String: Int]

  /// The index of a course, of whose lessons the outlines are known.
  public init(_ course: Course, _ outlines: [Outline]) {
    self.init(course, outlines, wording: Wording(for: course.language))
  }

  package init(_ course: Course, _ outlines: [Outline], wording: Wording) {
    var course = course
    course.works = course.works.toldApart(wording)
    (self.course, self.wording) = (course, wording)
    names = outlines.map(\.name)
    self.outlines = Dictionary(zip(names, outlines)) { first, _ in first }
    sequence = course.lessons
    positions = Dictionary(zip(sequence, sequence.indices)) { first, _ in first }
    var anchors = Anchors()
    var all = course.parts.map { ($0.title, $0.lessons) }
    if !course.pages.isEmpty { all.append((wording[.besideTheLessons], course.pages)) }
    parts = all.map { title, lessons in
      Part(title: title, anchor: anchors.anchor(for: title ?? ""), lessons: lessons)
    }
  }

  /// Whether any lesson has a cell; then the site lists what a cell can use.
  public var hasCells: Bool { outlines.values.contains(where: \.hasCells) }

  /// A lesson's number in the course, from 1; other pages have none.
  func number(of lesson: String) -> Int? {
    positions[lesson].map { $0 + 1 }
  }

  /// What precedes the numbers of a lesson's figures, such as `3.` of Figure 3.2.
  func prefix(of lesson: String) -> String { number(of: lesson).map { "\($0)." } ?? "" }

  func work(_ id: String) -> Work? { course.works.first { $0.id == id } }

  func outline(of lesson: String) -> Outline? { outlines[lesson] }

  func title(of lesson: String) -> String { outlines[lesson]?.title ?? lesson }

  /// The lessons before and after one.
  func neighbours(of lesson: String) -> (before: String?, after: String?) {
    guard let here = positions[lesson] else { return (nil, nil) }
    let all = sequence
    return (here > 0 ? all[here - 1] : nil, here + 1 < all.count ? all[here + 1] : nil)
  }

  /// Where a file will stand on the net, if the course says where the site will.
  func address(of path: String) -> String? {
    guard let url = course.url, !url.isEmpty else { return nil }
    let base = url.hasSuffix("/") ? url : url + "/"
    return path == "index.html" ? base : base + Pages.address(ofFile: path)
  }

  /// Where a lesson's file can be edited, if the course says where its files are.
  ///
  /// The address of a repository is completed as GitHub, Gitea and Codeberg have it; any other
  /// is that of the course's folder.
  func editAddress(of lesson: Lesson) -> String? {
    guard var base = course.repository, !base.isEmpty else { return nil }
    while base.hasSuffix("/") { base.removeLast() }
    if base.wholeMatch(of: /https?:\/\/[^\/]+\/[^\/]+\/[^\/]+/) != nil {
      let folder = course.folder.split(separator: "/").last ?? ""
      base += "/edit/main" + (folder == "." ? "" : "/\(folder)")
    }
    return "\(base)/\(lesson.name).md"
  }
}
