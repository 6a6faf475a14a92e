internal import Foundation
internal import Hashing
internal import Lessons

/// What the last build made of each lesson, for as long as all that it was made of is the same.
///
/// What it is, only the maker knows; here it is a piece of data.
package struct KeptLessons: Sendable {
  private let archive: Archive?
  private let folder: CacheFolder
  private let course: Contents
  /// The digest of all that bears on every lesson alike.
  private let causes: String

  /// What a laboratory's cache has of a course's lessons.
  ///
  /// - Parameters:
  ///   - laboratory: What runs the lessons; without kept runs no lesson is kept either.
  ///   - course: The files that bear on every lesson, looked at before the course was read.
  ///   - tools: The files of the program and of what it sets pages with.
  package init(
    in laboratory: Laboratory, ofCourseWith course: Contents, tools: [String]
  ) async {
    archive = await laboratory.archive()
    folder = laboratory.folder
    self.course = course
    let words = tools.map { identity(of: $0) ?? $0 } + course.digests.map { $0 ?? "" }
    causes = SHA256.hex(of: json(words) + json(archive?.surroundings))
  }

  /// Where what is made of the lesson in a file is kept; nil where nothing can be.
  package func place(ofLessonIn file: String) -> Place? {
    guard let archive else { return nil }
    let key = key(file)
    return Place(
      file: file, sealed: folder.lesson(in: file), archive: archive, key: key,
      isStill: { self.key(file) == key && course.areStill })
  }

  /// The digest of all that is known to bear on a lesson before it is read.
  private func key(_ file: String) -> String {
    SHA256.hex(of: json([file, causes, contentDigest(of: file) ?? ""]))
  }

  /// Bounds the cache; the runs of `lessons` stay.
  package func trim(keeping lessons: [LessonRuns]) {
    archive?.runs.trim(keeping: Set(lessons.flatMap { $0.sessions.map(\.run) }))
  }
}

extension KeptLessons {
  /// Where what is made of a lesson is kept.
  package struct Place: Sendable {
    fileprivate let file: String
    fileprivate let sealed: SealedFile
    fileprivate let archive: Archive
    fileprivate let key: String
    /// Whether the lesson's file and the course's are as they were.
    fileprivate let isStill: @Sendable () -> Bool

    /// What is kept, if it is made of the same lesson, data files and runs.
    package var lesson: KeptLesson? {
      guard let kept = sealed.read().flatMap(KeptLesson.init), kept.head.key == key,
        kept.head.inputs.allSatisfy({ archive.holds($0, besides: file) }),
        kept.head.runs.allSatisfy({ archive.holds($0, of: file) })
      else { return nil }
      sealed.touch()
      return kept
    }

    /// Keeps what was made of a lesson, unless a file of the course has changed meanwhile.
    ///
    /// A disk that refuses makes the next build make it again.
    package func keep(_ content: [UInt8], madeOf lesson: LessonRuns) {
      let uses = lesson.sessions.compactMap { archive.use(of: $0) }
      guard uses.count == lesson.sessions.count, isStill() else { return }
      let head = KeptLesson.Head(
        key: key, lesson: lesson, runs: uses.map(\.run), inputs: uses.flatMap(\.inputs))
      try? sealed.write(KeptLesson(head: head, content: Data(content)).data)
    }
  }
}

extension Archive {
  /// Whether a data file of the course is as it was.
  fileprivate func holds(_ input: Fingerprint.Input, besides file: String) -> Bool {
    let path = try? CourseFolder(ofFile: file).file(input.name).path
    return path.flatMap(contentDigest) == input.content
  }

  /// Whether a run is kept as it was, and is the last of its session.
  fileprivate func holds(_ run: KeptLesson.Run, of file: String) -> Bool {
    let kept = runs.file(run.key)
    guard kept.digest == run.content, lastRuns[run.session, of: file]?.key == run.key
    else { return false }
    kept.touch()
    return true
  }

  /// A session's run, and the data files that it read.
  fileprivate func use(
    of session: LessonRuns.Session
  ) -> (run: KeptLesson.Run, inputs: [Fingerprint.Input])? {
    let file = runs.file(session.run)
    guard let data = file.read(), let head = CacheEntry.head(data), let digest = file.digest
    else { return nil }
    let run = KeptLesson.Run(
      session: session.steps.first?.session ?? "", key: session.run, content: digest,
      seconds: head.seconds)
    return (run, head.fingerprint.inputs)
  }
}
