import Foundation
import Lessons

/// The addresses that authors wrote, held against what the site has.
///
/// An address with a scheme leads out of the site and is believed. One without leads to a page, to a
/// place on one, or to a file of the course, which comes along with the site.
struct SiteLinks {
  /// The course's files that pages show or link to.
  private(set) var assets: [Site.File] = []
  private let course: Course
  private var pages: [String: Anchors] = [:]
  private var links: [(page: String, place: Place, address: String)] = []
  private var diagnostics: [Diagnostic] = []

  init(_ course: Course) { self.course = course }

  /// Takes the links and the places of a page.
  mutating func note(_ leaf: Leaf) {
    let page = "\(leaf.outline.name).html"
    pages[page] = leaf.anchors
    links += leaf.links.map { (page, Place(file: leaf.file, line: $0.line), $0.address) }
  }

  /// Takes the places of pages that are no lessons.
  mutating func note(_ places: [String: Anchors]) { pages.merge(places) { $1 } }

  /// What is wrong with the links, given the site's own files.
  mutating func check(against paths: [String]) -> [Diagnostic] {
    let known = Set(paths)
    for link in links where !leadsOut(link.address) {
      let parts = link.address.split(
        separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let path = String(parts[0]).removingPercentEncoding ?? String(parts[0])
      let page = path.isEmpty ? link.page : path
      if let anchor = parts.dropFirst().first, let anchors = pages[page] {
        check(String(anchor).removingPercentEncoding ?? "", anchors, page, link.place)
      } else if !known.contains(page) {
        take(path, link.place, among: paths)
      }
    }
    return diagnostics
  }

  private func leadsOut(_ address: String) -> Bool {
    address.hasPrefix("//") || address.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) != nil
  }

  private mutating func check(
    _ anchor: String, _ anchors: Anchors, _ page: String, _ place: Place
  ) {
    guard !anchor.isEmpty, !anchors.contains(anchor) else { return }
    diagnostics.append(.error(.link, place, "there is no place '#\(anchor)' on \(page)"))
  }

  /// Takes a file of the course into the site.
  private mutating func take(_ path: String, _ place: Place, among paths: [String]) {
    let folder = CourseFolder(course.folder)
    do throws(CourseFolder.Refusal) {
      let file = try folder.file(path)
      guard !assets.contains(where: { $0.path == file.name }) else { return }
      let content = FileManager.default.contents(atPath: file.path) ?? Data()
      assets.append(Site.File(file.name, Array(content)))
    } catch {
      diagnostics.append(
        error == .outside
          ? .error(
            .link, place, "'\(path)' lies outside the course",
            help: "put the file into \(course.folder)")
          : .error(
            .link, place, "there is no file '\(path)'", help: help(for: path, paths + folder.files))
      )
    }
  }

  private func help(for path: String, _ paths: [String]) -> String? {
    if path.hasSuffix(".md") { return "a lesson is referred to as [](lesson:\(path.dropLast(3)))" }
    return suggestion(for: path, among: paths)
  }
}
