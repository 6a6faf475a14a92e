package import Foundation

/// What a build made of a lesson, and of what.
///
/// As a file it is a line of JSON for the head, and behind it whatever was made.
package struct KeptLesson: Sendable {
  /// A session's run.
  struct Run: Codable, Sendable {
    /// The session's name.
    var session: String
    /// The key under which the run is kept.
    var key: String
    /// The digest of what is kept there.
    var content: String
    /// The seconds that it took.
    var seconds: Double
  }

  /// All but what was made.
  struct Head: Codable, Sendable {
    /// The digest of what was known to bear on the lesson before it was read.
    var key: String
    /// What the history notes of the lesson.
    var lesson: LessonRuns
    /// The runs that it needed.
    var runs: [Run]
    /// The data files that these read.
    var inputs: [Fingerprint.Input]
  }

  /// All but what was made.
  let head: Head
  /// What was made.
  package let content: Data

  init(head: Head, content: Data) { (self.head, self.content) = (head, content) }

  /// A file's content; nil where it is no such thing.
  init?(_ data: Data) {
    guard let end = data.firstIndex(of: UInt8(ascii: "\n")),
      let head = try? JSONDecoder().decode(Head.self, from: data[..<end])
    else { return nil }
    self.init(head: head, content: data[(end + 1)...])
  }

  /// The file's content.
  var data: Data { json(head) + Data("\n".utf8) + content }

  /// The runs to which it owes what it measured.
  package var runs: LessonRuns { head.lesson }
}

extension Laboratory {
  /// Counts the runs of lessons that need not even be read, and shares them where machines do.
  package func reuse(_ lessons: [KeptLesson]) async {
    let runs = lessons.flatMap(\.head.runs)
    if runs.isEmpty { return }
    sharedTally.add { tally in
      tally.reused += runs.count
      tally.saved += runs.reduce(0) { $0 + $1.seconds }
    }
    guard let shared = await archive()?.shared else { return }
    shared.offer(Set(runs.map(\.key)))
    await shared.finish()
  }
}
