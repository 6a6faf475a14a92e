import Foundation
import Lessons

/// Checks the addresses that authors wrote against the files and ids of the site.
///
/// Addresses with a scheme are external and not checked. All others must lead to a page, to an id on
/// a page, or to a file of the course, which is then copied into the site.
struct SiteLinks {
  /// A picture on a page.
  struct Picture {
    let page: String
    let name: String
    let place: Place
    let size: Int
  }

  /// The course's files that pages show or link to.
  private(set) var assets: [Site.File] = []
  /// The pictures of each page, without duplicates.
  private(set) var pictures: [Picture] = []
  private let course: Course
  /// The pages of lessons that could not be read.
  private let missing: Set<String>
  private var pages: [String: Anchors] = [:]
  private var links: [(page: String, place: Place, link: Link)] = []
  private var diagnostics: [Diagnostic] = []

  init(_ index: SiteIndex) {
    course = index.course
    missing = Set(course.lessons + course.pages).subtracting(index.names)
      .reduce(into: []) { $0.insert("\($1).html") }
  }

  /// Adds the links and the ids of a lesson's page.
  mutating func add(_ lesson: RenderedLesson) {
    let page = "\(lesson.outline.name).html"
    pages[page] = lesson.anchors
    links += lesson.links.map { (page, Place(file: lesson.file, line: $0.line), $0) }
  }

  /// Adds the ids of other pages.
  mutating func add(_ anchors: [String: Anchors]) { pages.merge(anchors) { $1 } }

  /// Checks all links, given the paths of the site's own files.
  mutating func check(against paths: [String]) -> [Diagnostic] {
    let known = Set(paths)
    for (page, place, link) in links {
      guard let address = LocalAddress(link.address) else {
        checkLocalFile(link.address, at: place)
        continue
      }
      let target = address.path.isEmpty && !link.isPicture ? page : address.path
      if let fragment = address.fragment, let anchors = pages[target] {
        check(
          fragment.removingPercentEncoding ?? fragment, in: anchors, of: target, at: place)
      } else if !known.contains(target), !missing.contains(target),
        let file = copyFile(target, at: place, among: paths), link.isPicture,
        !pictures.contains(where: { $0.page == page && $0.name == file.path })
      {
        pictures.append(
          Picture(page: page, name: file.path, place: place, size: file.content.count))
      }
    }
    return diagnostics
  }

  private mutating func checkLocalFile(_ address: String, at place: Place) {
    guard address.lowercased().hasPrefix("file:") else { return }
    diagnostics.append(
      .error(
        .link, place, "'\(address)' is a file on this machine, which readers do not have",
        help: "put the file in \(course.folder) and use its path there"))
  }

  private mutating func check(
    _ anchor: String, in anchors: Anchors, of page: String, at place: Place
  ) {
    guard !anchor.isEmpty, !anchors.contains(anchor) else { return }
    diagnostics.append(
      .error(
        .link, place, "there is no anchor '#\(anchor)' on \(page)",
        help: anchors.suggestedID(for: anchor)))
  }

  /// Copies a file of the course into the site; reports why it cannot.
  private mutating func copyFile(_ path: String, at place: Place, among paths: [String])
    -> Site.File?
  {
    let folder = CourseFolder(course.folder)
    do throws(CourseFolder.LookupError) {
      let file = try folder.file(path)
      if let problem = problem(withFile: file.name, at: place) {
        diagnostics.append(problem)
        return nil
      }
      if let known = assets.first(where: { $0.path == file.name }) { return known }
      let content = FileManager.default.contents(atPath: file.path) ?? Data()
      assets.append(Site.File(file.name, Array(content)))
      return assets[assets.count - 1]
    } catch {
      diagnostics.append(
        error == .outside
          ? .error(
            .link, place, "'\(path)' is outside the course",
            help: "put the file in \(course.folder)")
          : .error(
            .link, place, "there is no file '\(path)'",
            help: help(for: path, among: paths + folder.files)))
      return nil
    }
  }

  /// The reason why a file of the course cannot be copied; nil if it can.
  private func problem(withFile name: String, at place: Place) -> Diagnostic? {
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return .error(
        .link, place, "the name of the file '\(oneLine(name))' contains a control character")
    }
    guard name.hasSuffix(".md") else { return nil }
    let isReadMe = name == "README.md" || name.contains("/")
    let lesson = name.split(separator: "/").last?.dropLast(3) ?? ""
    return .error(
      .link, place, "'\(name)' is not listed in the course, so it has no page",
      help: (isReadMe
        ? "put it next to the lessons under another name, and list it" : "list '\(lesson)'")
        + " under 'pages' in \(course.file)")
  }

  private func help(for path: String, among paths: [String]) -> String? {
    let lessons = course.lessons + course.pages
    if lessons.contains(path) { return "to refer to a lesson, write [](lesson:\(path))" }
    return suggestion(
      for: path, among: path.hasSuffix(".md") ? lessons.map { "\($0).md" } : paths)
  }
}

/// A name without line breaks, for a message.
private func oneLine(_ name: String) -> String {
  name.map { $0.isNewline ? "\\n" : String($0) }.joined()
}
