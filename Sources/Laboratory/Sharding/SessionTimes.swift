internal import Foundation
public import Lessons

/// How long each session of a course took, as its author noted it.
///
/// The file `times.tsv` in the course's folder holds a line for each: the seconds, the lesson's name
/// and, where it has one, the session's, with tabs between them. It travels with the course, so every
/// machine that sees the course sees the same times; that they were measured elsewhere or long ago
/// makes shares less even, and nothing wrong.
public struct SessionTimes: Equatable, Sendable {
  private struct Name: Hashable {
    var lesson: String
    var session: String
  }

  /// The file's name.
  static let fileName = "times.tsv"

  private var tenths: [Name: Int] = [:]

  /// No times: all sessions count alike.
  public init() {}

  /// Reads a course's file; without one there are no times.
  ///
  /// - Parameters:
  ///   - course: The course's folder.
  ///   - diagnostics: Gets what is wrong with the file.
  public init(ofCourse course: String, _ diagnostics: inout [Diagnostic]) {
    let file = "\(course)/\(SessionTimes.fileName)"
    let content = FileManager.default.contents(atPath: file) ?? Data()
    let lines = String(decoding: content, as: UTF8.self).split(omittingEmptySubsequences: false) {
      $0.isNewline
    }
    for (number, line) in zip(1..., lines) where !line.isEmpty && !line.hasPrefix("#") {
      guard let (name, tenths) = SessionTimes.entry(in: line) else {
        diagnostics.append(.noTime(at: Place(file: file, line: number)))
        continue
      }
      self.tenths[name] = tenths
    }
  }

  /// The times that a cache knows of lessons' last runs.
  public init(ofLastRunsOf lessons: [Lesson], in cache: CacheFolder) {
    let runs = LastRuns(cache)
    for lesson in lessons {
      for session in lesson.sessions {
        guard let seconds = runs[session, of: lesson.file]?.seconds else { continue }
        tenths[Name(lesson: lesson.name, session: session)] = max(1, Int((seconds * 10).rounded()))
      }
    }
  }

  /// The file's text, by lessons and sessions.
  public var text: String {
    let lines = tenths.sorted {
      ($0.key.lesson, $0.key.session) < ($1.key.lesson, $1.key.session)
    }.map { name, tenths in
      let columns = ["\(tenths / 10).\(tenths % 10)", escaped(name.lesson), name.session]
      return columns.filter { !$0.isEmpty }.joined(separator: "\t") + "\n"
    }
    return "# seconds, lesson, session: written by 'gradus why --times', read by '--shard'\n"
      + lines.joined()
  }

  /// How much a session weighs: its tenths of a second; one that is not known weighs as much as the
  /// middle one of those that are.
  package func load(of session: String, in lesson: Lesson) -> Int {
    tenths[Name(lesson: lesson.name, session: session)] ?? middle
  }

  private var middle: Int {
    let sorted = tenths.values.sorted()
    return sorted.isEmpty ? 1 : sorted[sorted.count / 2]
  }

  /// A lesson's name as a column holds it: a name may hold what divides columns and lines.
  private func escaped(_ name: String) -> String {
    let digits = ["%": "%25", "\t": "%09", "\n": "%0A", "\r": "%0D"]
    return name.unicodeScalars.map { digits[String($0)] ?? String($0) }.joined()
  }

  private static func plain(_ column: String) -> String {
    column.removingPercentEncoding ?? column
  }

  private static func entry(in line: Substring) -> (name: Name, tenths: Int)? {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard 2...3 ~= columns.count, let seconds = Double(columns[0]), 0...1e6 ~= seconds,
      !columns[1].isEmpty
    else { return nil }
    let session = columns.count == 3 ? columns[2] : CellOptions.defaultSession
    let name = Name(lesson: plain(columns[1]), session: session)
    return (name, max(1, Int((seconds * 10).rounded())))
  }
}

extension Diagnostic {
  fileprivate static func noTime(at place: Place) -> Diagnostic {
    .error(
      .course, place, "a line is the seconds, the lesson and the session, with tabs between them",
      help: "'gradus why --times' writes the file")
  }
}
