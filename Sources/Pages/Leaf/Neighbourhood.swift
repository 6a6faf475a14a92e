import Foundation
import Lessons

/// What a lesson's page shows of others: the names of those around it, and all that it may refer to.
public struct Neighbourhood: Codable, Equatable, Sendable {
  /// The titles of the lessons in the same part and of those before and after.
  private let titles: [String]
  /// The lessons to which it refers.
  private let referred: [String]
  /// What can be referred to in them; nothing of one that cannot be read.
  private let outlines: [Outline?]

  /// What the page of a lesson shows, given where its references lead.
  init(of lesson: String, referringTo referred: [String], in index: SiteIndex) {
    let (before, after) = index.neighbours(of: lesson)
    let part = index.parts.first { $0.lessons.contains(lesson) }?.lessons ?? []
    titles = (part + [before, after].compactMap(\.self)).map(index.title)
    self.referred = referred
    outlines = referred.map(index.outline)
  }

  /// The same, of the course as it is now.
  func asItIs(around lesson: String, in index: SiteIndex) -> Neighbourhood {
    Neighbourhood(of: lesson, referringTo: referred, in: index)
  }
}

extension Bindings {
  /// The lessons to which references lead out of their own, in order.
  var lessons: [String] {
    Set(references.compactMap { $0.reference.path.lesson }).sorted()
  }
}

extension Reference {
  /// The lesson that is named, where one is, and the name of the thing within it.
  ///
  /// An address may have the name's letters in percent.
  var path: (lesson: String?, name: String) {
    let name = name.removingPercentEncoding ?? name
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    let leadsAway = kind == .lesson || parts.count == 2
    guard leadsAway, let first = parts.first else { return (nil, name) }
    return (first, parts[parts.count - 1])
  }
}
