internal import Foundation
package import Records

/// The runs of the last builds of a course, for reporting what changed.
package struct BuildHistory {
  /// A lesson at the time of a build.
  package struct LessonSnapshot: Equatable, Sendable {
    /// The lesson's name: the file name without extension.
    package var name: String
    /// The lesson's title.
    package var title: String
    /// The records of its programs, session by session, with the lesson's indices.
    package var records: [Record]
    /// Its cells and inline values, session by session.
    package var steps: [StepSnapshot]
  }

  private struct Builds: Codable, Equatable {
    /// The runs of the published site.
    var published: Manifest?
    /// The runs of the previously published site.
    var before: Manifest?
    /// The runs of the last complete build or check since then, even if claims failed.
    var newest: Manifest?
  }

  private let cache: CacheFolder
  private let file: ChecksummedFile

  /// Opens the build history of a course.
  ///
  /// - Parameters:
  ///   - course: The course's folder.
  ///   - cache: The cache folder.
  package init(ofCourse course: String, _ cache: CacheFolder) {
    self.cache = cache
    file = cache.history(ofCourse: course)
  }

  /// The lessons of the published site; nil if there is no site or a run is missing.
  package var published: [LessonSnapshot]? { builds.published.flatMap(lessons) }

  /// The lessons of the previously published site; nil as for ``published``.
  package var publishedBefore: [LessonSnapshot]? { builds.before.flatMap(lessons) }

  /// The lessons of the last complete build or check since then; nil if there was none.
  package var newest: [LessonSnapshot]? { builds.newest.flatMap(lessons) }

  /// Adds a build or check of the whole course; does nothing if a session failed.
  ///
  /// - Parameters:
  ///   - lessons: The runs of the course's lessons, in order; nil for a lesson with a failed
  ///     session.
  ///   - published: Whether its site has been published.
  /// - Throws: A `Fault` if the history cannot be written.
  package func note(_ lessons: [LessonRuns?], published: Bool) throws(Fault) {
    let manifest = Manifest(lessons: lessons.compactMap(\.self))
    guard manifest.lessons.count == lessons.count else { return }
    let old = builds
    var new = old
    if published {
      if old.published?.runs != manifest.runs { new.before = old.published }
      new.published = manifest
      new.newest = nil
    } else if (old.newest ?? old.published)?.runs != manifest.runs {
      new.newest = manifest
    }
    if new != old { try file.store(new) }
  }

  private var builds: Builds { file.value(Builds.self) ?? Builds() }

  private func lessons(_ manifest: Manifest) -> [LessonSnapshot]? {
    let runs = RunCache(cache)
    var lessons: [LessonSnapshot] = []
    for lesson in manifest.lessons {
      var past = LessonSnapshot(name: lesson.name, title: lesson.title, records: [], steps: [])
      for session in lesson.sessions {
        guard let entry = runs.entry(session.run),
          let records = session.indexMap.toLesson(entry.records)
        else { return nil }
        past.records += records
        past.steps += session.steps
      }
      lessons.append(past)
    }
    return lessons
  }

  /// Returns the keys of all runs that the build histories in a cache refer to.
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

/// The runs that a build used.
private struct Manifest: Codable, Equatable {
  var lessons: [LessonRuns]

  /// The keys of all runs, in order.
  var runs: [String] { lessons.flatMap { $0.sessions.map(\.run) } }
}
