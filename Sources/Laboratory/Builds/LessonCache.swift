internal import Foundation
internal import Hashing
internal import Lessons

/// The cache of rendered lessons, with an entry per lesson that is valid until one of its inputs
/// changes.
///
/// The content of an entry is opaque here.
package struct LessonCache: Sendable {
  private let sessionCache: SessionCache?
  private let folder: CacheFolder
  private let course: FileDigests
  /// The digest of the inputs that all lessons share.
  private let commonInputs: String

  /// Opens the cache for a course.
  ///
  /// - Parameters:
  ///   - laboratory: Runs the lessons; if it does not cache runs, lessons are not cached either.
  ///   - course: The files on which every lesson depends, digested before the course was read.
  ///   - tools: The files of the program and of its typesetting tools.
  package init(
    in laboratory: Laboratory, courseFiles course: FileDigests, tools: [String]
  ) async {
    sessionCache = await laboratory.sessionCache()
    folder = laboratory.folder
    self.course = course
    let inputs = tools.map { identity(of: $0) ?? $0 } + course.digests.map { $0 ?? "" }
    commonInputs = SHA256.hex(of: json(inputs) + json(sessionCache?.toolchain))
  }

  /// Returns the slot of the lesson in a file; nil if nothing can be cached.
  package func slot(forLessonIn file: String) -> Slot? {
    guard let sessionCache else { return nil }
    let key = key(file)
    return Slot(
      lessonFile: file, file: folder.lesson(in: file), sessionCache: sessionCache, key: key,
      isUnchanged: { self.key(file) == key && course.areUnchanged })
  }

  /// Returns the digest of the inputs of a lesson that are known before it is read.
  private func key(_ file: String) -> String {
    SHA256.hex(of: json([file, commonInputs, contentDigest(of: file) ?? ""]))
  }

  /// Evicts old entries, except the runs of `lessons`.
  package func trim(keeping lessons: [LessonRuns]) {
    sessionCache?.runs.trim(keeping: Set(lessons.flatMap { $0.sessions.map(\.run) }))
  }
}

extension LessonCache {
  /// The place of a lesson's entry in the cache.
  package struct Slot: Sendable {
    fileprivate let lessonFile: String
    fileprivate let file: ChecksummedFile
    fileprivate let sessionCache: SessionCache
    fileprivate let key: String
    /// Whether the files of the lesson and the course are unchanged.
    fileprivate let isUnchanged: @Sendable () -> Bool

    /// The cached lesson; nil if there is none, or if the lesson, a data file or a run has changed.
    package var lesson: CachedLesson? {
      guard let cached = file.read().flatMap(CachedLesson.init), cached.head.key == key,
        cached.head.inputs.allSatisfy({ sessionCache.isUnchanged($0, ofLessonIn: lessonFile) }),
        cached.head.runs.allSatisfy({ sessionCache.isUnchanged($0, ofLessonIn: lessonFile) })
      else { return nil }
      file.touch()
      return cached
    }

    /// Stores a rendered lesson, unless a file of the course has changed meanwhile.
    ///
    /// If it cannot be written, the next build renders the lesson again.
    package func store(_ content: [UInt8], from lesson: LessonRuns) {
      let uses = lesson.sessions.compactMap { sessionCache.runAndInputs(of: $0) }
      guard uses.count == lesson.sessions.count, isUnchanged() else { return }
      let head = CachedLesson.Head(
        key: key, lesson: lesson, runs: uses.map(\.run), inputs: uses.flatMap(\.inputs))
      try? file.write(CachedLesson(head: head, content: Data(content)).data)
    }
  }
}

extension SessionCache {
  /// Whether a data file of the course is unchanged.
  fileprivate func isUnchanged(_ input: Fingerprint.Input, ofLessonIn file: String) -> Bool {
    let path = try? CourseFolder(ofFile: file).file(input.name).path
    return path.flatMap(contentDigest) == input.content
  }

  /// Whether the entry of a run is unchanged, and is the last run of its session.
  fileprivate func isUnchanged(_ run: CachedLesson.Run, ofLessonIn file: String) -> Bool {
    let entry = runs.file(run.key)
    guard entry.digest == run.content, lastRuns[run.session, of: file]?.key == run.key
    else { return false }
    entry.touch()
    return true
  }

  /// Returns the run of a session, and the data files that it read; nil if it is not cached.
  fileprivate func runAndInputs(
    of session: LessonRuns.Session
  ) -> (run: CachedLesson.Run, inputs: [Fingerprint.Input])? {
    let file = runs.file(session.run)
    guard let data = file.read(), let head = CacheEntry.head(data), let digest = file.digest
    else { return nil }
    let run = CachedLesson.Run(
      session: session.steps.first?.session ?? "", key: session.run, content: digest,
      seconds: head.seconds)
    return (run, head.fingerprint.inputs)
  }
}
