import Foundation
import Lessons

/// Everything that a lesson's page shows of other lessons: titles, and the targets of references.
public struct PageDependencies: Codable, Equatable, Sendable {
  /// The titles of the lessons in the same part, and of the previous and the next one.
  private let titles: [String]
  /// The lessons that it refers to.
  private let referred: [String]
  /// The outlines of these lessons; nil for a lesson that cannot be read.
  private let outlines: [Outline?]

  /// The dependencies of a page, given the lessons that it refers to.
  init(of lesson: String, referringTo referred: [String], in index: SiteIndex) {
    let (before, after) = index.neighbours(of: lesson)
    let part = index.parts.first { $0.lessons.contains(lesson) }?.lessons ?? []
    titles = (part + [before, after].compactMap(\.self)).map(index.title)
    self.referred = referred
    outlines = referred.map(index.outline)
  }

  /// The dependencies of the same page with the current state of the course.
  func current(of lesson: String, in index: SiteIndex) -> PageDependencies {
    PageDependencies(of: lesson, referringTo: referred, in: index)
  }
}

extension ProseReferences {
  /// The other lessons that references lead to, sorted.
  var lessons: [String] {
    Set(references.compactMap { $0.reference.path.lesson }).sorted()
  }
}

extension Reference {
  /// The lesson that the reference names, if any, and the name within it.
  ///
  /// Names can be percent-encoded.
  var path: (lesson: String?, name: String) {
    let name = name.removingPercentEncoding ?? name
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    let namesLesson = kind == .lesson || parts.count == 2
    guard namesLesson, let first = parts.first else { return (nil, name) }
    return (first, parts[parts.count - 1])
  }
}
