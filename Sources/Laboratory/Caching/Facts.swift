internal import Foundation
internal import Glibc
internal import Synchronization

/// Remembers what is slow to find out about a machine, by all that the answer depends on.
///
/// A question holds the content or the identity of the files that it is about; so another file is
/// another question, and no answer ever becomes wrong.
final class Facts: Sendable {
  private struct Fact: Codable {
    var question: String
    var answer: String
  }

  /// How many answers are kept, the latest first: some three are asked for in a build.
  private static let capacity = 32

  private let file: SealedFile?
  private let facts: Mutex<[Fact]>

  /// What a folder remembers; without one, nothing is.
  init(_ folder: CacheFolder?) {
    file = folder?.facts
    facts = Mutex(file?.value([Fact].self) ?? [])
  }

  /// The answer to a question, found once.
  func answer<Failure: Error>(
    _ question: String, _ find: () async throws(Failure) -> String
  ) async throws(Failure) -> String {
    let known = facts.withLock { $0.first { $0.question == question } }
    if let known { return known.answer }
    let answer = try await find()
    let all = facts.withLock { facts in
      facts = Array(
        ([Fact(question: question, answer: answer)] + facts).prefix(Facts.capacity))
      return facts
    }
    // A disk that refuses makes the next build ask again.
    try? file?.keep(all)
    return answer
  }
}

/// What tells a file that a package manager put in its place from any other: where it is, how
/// large, when it was last written and changed, and its number on its disk.
func identity(of path: String) -> String? {
  var status = stat()
  let path = resolved(path)
  guard stat(path, &status) == 0 else { return nil }
  return [
    path, "\(status.st_size)", "\(status.st_ino)", "\(status.st_mtim.tv_sec)",
    "\(status.st_mtim.tv_nsec)", "\(status.st_ctim.tv_sec)", "\(status.st_ctim.tv_nsec)",
  ].joined(separator: " ")
}
