internal import Foundation
package import Records

/// What the last builds of a course were made of, so that it can be told what changed.
package struct History {
  /// A lesson as a build found it.
  package struct PastLesson: Equatable, Sendable {
    /// The lesson's name: its file's, without ending.
    package var name: String
    /// Its title.
    package var title: String
    /// What its programs recorded, session by session, with the lesson's numbers.
    package var records: [Record]
    /// Its cells and inline values, session by session.
    package var steps: [PastStep]
  }

  private struct Builds: Codable, Equatable {
    /// What the standing site was made of.
    var published: Manifest?
    /// What the site before it was made of.
    var before: Manifest?
    /// What the last complete build or check since then found, wrong claims included.
    var newest: Manifest?
  }

  private let cache: CacheFolder
  private let file: SealedFile

  /// The history of a course.
  ///
  /// - Parameters:
  ///   - course: The course's folder.
  ///   - cache: Where runs are kept.
  package init(ofCourse course: String, _ cache: CacheFolder) {
    self.cache = cache
    file = cache.history(ofCourse: course)
  }

  /// What the standing site was made of; nil where none was published or a run is lost.
  package var published: [PastLesson]? { builds.published.flatMap(lessons) }

  /// What was published before that.
  package var publishedBefore: [PastLesson]? { builds.before.flatMap(lessons) }

  /// What the last complete build or check since then found; nil where there was none.
  package var newest: [PastLesson]? { builds.newest.flatMap(lessons) }

  /// Notes what a build or check of the whole course found.
  ///
  /// One that lost a session is not complete, and nothing is noted of it.
  ///
  /// - Parameters:
  ///   - lessons: The runs of the course's lessons, in order; nil of one that lost a session.
  ///   - published: Whether the site that was made of it stands now.
  /// - Throws: What the disk says.
  package func note(_ lessons: [LessonRuns?], published: Bool) throws(Fault) {
    let manifest = Manifest(lessons: lessons.compactMap(\.self))
    guard manifest.lessons.count == lessons.count else { return }
    let old = builds
    var new = old
    if published {
      if old.published?.runs != manifest.runs { new.before = old.published }
      (new.published, new.newest) = (manifest, nil)
    } else if (old.newest ?? old.published)?.runs != manifest.runs {
      new.newest = manifest
    }
    if new != old { try file.keep(new) }
  }

  private var builds: Builds { file.value(Builds.self) ?? Builds() }

  private func lessons(_ manifest: Manifest) -> [PastLesson]? {
    let runs = RunCache(cache)
    var lessons: [PastLesson] = []
    for lesson in manifest.lessons {
      var past = PastLesson(name: lesson.name, title: lesson.title, records: [], steps: [])
      for session in lesson.sessions {
        guard let entry = runs.entry(session.run),
          let records = session.numbering.placed(entry.records)
        else { return nil }
        past.records += records
        past.steps += session.steps
      }
      lessons.append(past)
    }
    return lessons
  }

  /// The runs that the histories in a cache name.
  static func keys(in cache: CacheFolder) -> Set<String> {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: cache.history)) ?? []
    return names.reduce(into: []) { keys, name in
      let builds = cache.history(named: name).value(Builds.self)
      for manifest in [builds?.published, builds?.before, builds?.newest] {
        keys.formUnion(manifest?.runs ?? [])
      }
    }
  }
}

/// Which runs a build used.
private struct Manifest: Codable, Equatable {
  var lessons: [LessonRuns]

  /// The keys of its runs, in order.
  var runs: [String] { lessons.flatMap { $0.sessions.map(\.run) } }
}
