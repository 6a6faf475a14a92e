import Foundation
import Lessons

/// The addresses that authors wrote, compared with what the site has.
///
/// An address with a scheme leads out of the site and is believed. One without leads to a page, to a
/// place on one, or to a file of the course, which comes along with the site.
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
  /// The pictures of each page; none twice on one.
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

  /// Takes the links and the places of a page.
  mutating func note(_ leaf: Leaf) {
    let page = "\(leaf.outline.name).html"
    pages[page] = leaf.anchors
    links += leaf.links.map { (page, Place(file: leaf.file, line: $0.line), $0) }
  }

  /// Takes the places of pages that are no lessons.
  mutating func note(_ places: [String: Anchors]) { pages.merge(places) { $1 } }

  /// What is wrong with the links, given the site's own files.
  mutating func check(against paths: [String]) -> [Diagnostic] {
    let known = Set(paths)
    for (page, place, link) in links {
      guard let address = LocalAddress(link.address) else {
        refuseLocalFile(link.address, place)
        continue
      }
      let target = address.path.isEmpty && !link.isPicture ? page : address.path
      if let fragment = address.fragment, let anchors = pages[target] {
        check(fragment.removingPercentEncoding ?? fragment, anchors, target, place)
      } else if !known.contains(target), !missing.contains(target),
        let file = take(target, place, among: paths), link.isPicture,
        !pictures.contains(where: { $0.page == page && $0.name == file.path })
      {
        pictures.append(
          Picture(page: page, name: file.path, place: place, size: file.content.count))
      }
    }
    return diagnostics
  }

  private mutating func refuseLocalFile(_ address: String, _ place: Place) {
    guard address.lowercased().hasPrefix("file:") else { return }
    diagnostics.append(
      .error(
        .link, place, "'\(address)' is a file of this machine, which no reader has",
        help: "put the file into \(course.folder), and name it by its path there"))
  }

  private mutating func check(
    _ anchor: String, _ anchors: Anchors, _ page: String, _ place: Place
  ) {
    guard !anchor.isEmpty, !anchors.contains(anchor) else { return }
    diagnostics.append(
      .error(
        .link, place, "there is no place '#\(anchor)' on \(page)",
        help: anchors.nearest(to: anchor)))
  }

  /// Takes a file of the course into the site.
  private mutating func take(_ path: String, _ place: Place, among paths: [String]) -> Site.File? {
    let folder = CourseFolder(course.folder)
    do throws(CourseFolder.Refusal) {
      let file = try folder.file(path)
      if let problem = fault(of: file.name, place) {
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
            .link, place, "'\(path)' lies outside the course",
            help: "put the file into \(course.folder)")
          : .error(
            .link, place, "there is no file '\(path)'",
            help: help(for: path, paths + folder.files)))
      return nil
    }
  }

  /// What keeps a file of the course from coming along with the site.
  private func fault(of name: String, _ place: Place) -> Diagnostic? {
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return .error(
        .link, place, "the name of the file '\(oneLine(name))' holds a control character")
    }
    guard name.hasSuffix(".md") else { return nil }
    let isReadMe = name == "README.md" || name.contains("/")
    let lesson = name.split(separator: "/").last?.dropLast(3) ?? ""
    return .error(
      .link, place, "'\(name)' is Markdown that the course does not list, so it has no page",
      help: (isReadMe
        ? "put it beside the lessons under another name, and list it" : "list '\(lesson)'")
        + " under 'pages' in \(course.file)")
  }

  private func help(for path: String, _ paths: [String]) -> String? {
    let lessons = course.lessons + course.pages
    if lessons.contains(path) { return "a lesson is referred to as [](lesson:\(path))" }
    return suggestion(
      for: path, among: path.hasSuffix(".md") ? lessons.map { "\($0).md" } : paths)
  }
}

/// A name in one line of a message.
private func oneLine(_ name: String) -> String {
  name.map { $0.isNewline ? "\\n" : String($0) }.joined()
}
