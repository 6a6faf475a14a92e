package import Foundation

/// The cache entry of a rendered lesson, with its inputs.
///
/// The file has a line of JSON for the head, followed by the rendered content.
package struct CachedLesson: Sendable {
  /// The run of a session.
  struct Run: Codable, Sendable {
    /// The session's name.
    var session: String
    /// The key of the run.
    var key: String
    /// The digest of the run's entry.
    var content: String
    /// The duration of the run in seconds.
    var seconds: Double
  }

  /// An entry without its content.
  struct Head: Codable, Sendable {
    /// The key of the entry: the digest of the inputs that are known before the lesson is read.
    var key: String
    /// The lesson's runs for the build history.
    var lesson: LessonRuns
    /// The runs that the lesson uses.
    var runs: [Run]
    /// The data files that the runs read.
    var inputs: [Fingerprint.Input]
  }

  /// The entry without its content.
  let head: Head
  /// The rendered content.
  package let content: Data

  init(head: Head, content: Data) {
    self.head = head
    self.content = content
  }

  /// Parses the content of a file; nil if it is invalid.
  init?(_ data: Data) {
    guard let end = data.firstIndex(of: UInt8(ascii: "\n")),
      let head = try? JSONDecoder().decode(Head.self, from: data[..<end])
    else { return nil }
    self.init(head: head, content: data[(end + 1)...])
  }

  /// The content of the file.
  var data: Data { json(head) + Data("\n".utf8) + content }

  /// The runs of the lesson's sessions.
  package var runs: LessonRuns { head.lesson }
}

extension Laboratory {
  /// Counts the runs of lessons that come from the cache, and uploads those that the remote cache
  /// lacks.
  package func reuse(_ lessons: [CachedLesson]) async {
    let runs = lessons.flatMap(\.head.runs)
    if runs.isEmpty { return }
    sharedRunCounts.add { counts in
      counts.reused += runs.count
      counts.saved += runs.reduce(0) { $0 + $1.seconds }
    }
    guard let remoteRuns = await sessionCache()?.remoteRuns else { return }
    remoteRuns.uploadMissing(Set(runs.map(\.key)))
    await remoteRuns.finish()
  }
}
