import Lessons
import Records

/// Where everything of a site is: what references and navigation ask.
struct SiteIndex {
  /// Lessons under a common title, or the pages beside all lessons.
  struct Part {
    /// Its title; nil where the course has no parts.
    let title: String?
    /// The name of its place on the first page.
    let anchor: String
    let lessons: [String]
  }

  let course: Course
  let lessons: [MeasuredLesson]
  let wording: Wording
  /// The course's parts, and after them the pages beside the lessons, where there are any.
  let parts: [Part]

  init(course: Course, lessons: [MeasuredLesson], wording: Wording) {
    (self.course, self.lessons, self.wording) = (course, lessons, wording)
    var anchors = Anchors()
    var all = course.parts.map { ($0.title, $0.lessons) }
    if !course.pages.isEmpty { all.append((wording[.besideTheLessons], course.pages)) }
    parts = all.map { title, lessons in
      Part(title: title, anchor: anchors.anchor(for: title ?? ""), lessons: lessons)
    }
  }

  /// A lesson's number in the course, from 1; other pages have none.
  func number(of lesson: String) -> Int? {
    course.lessons.firstIndex(of: lesson).map { $0 + 1 }
  }

  /// What precedes the numbers of a lesson's figures, such as `3.` of Figure 3.2.
  func prefix(of lesson: String) -> String { number(of: lesson).map { "\($0)." } ?? "" }

  func work(_ id: String) -> Work? { course.works.first { $0.id == id } }

  func lesson(named name: String) -> MeasuredLesson? {
    lessons.first { $0.lesson.name == name }
  }

  func title(of name: String) -> String {
    lesson(named: name)?.lesson.frontMatter.title ?? name
  }

  /// The lessons before and after one.
  func neighbours(of lesson: String) -> (before: String?, after: String?) {
    let all = course.lessons
    guard let here = all.firstIndex(of: lesson) else { return (nil, nil) }
    return (here > 0 ? all[here - 1] : nil, here + 1 < all.count ? all[here + 1] : nil)
  }

  /// Where a file will stand on the net, if the course says where the site will.
  func address(of path: String) -> String? {
    guard let url = course.url, !url.isEmpty else { return nil }
    let base = url.hasSuffix("/") ? url : url + "/"
    return path == "index.html" ? base : base + path
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
