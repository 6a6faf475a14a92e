internal import Foundation
public import Lessons

/// The durations of a course's sessions, from the file `times.tsv` in the course's folder.
///
/// It has a line for each session: the seconds, the lesson's name and the session's name, if it has
/// one, separated by tabs. It is part of the course, so all machines use the same times; old or
/// foreign times only make shards less even.
public struct SessionTimes: Equatable, Sendable {
  private struct Name: Hashable {
    var lesson: String
    var session: String
  }

  /// The name of the file.
  static let fileName = "times.tsv"

  private var tenths: [Name: Int] = [:]

  /// Creates an empty table: all sessions have the same weight.
  public init() {}

  /// Reads a course's file; the table is empty if the file does not exist.
  ///
  /// - Parameters:
  ///   - course: The course's folder.
  ///   - diagnostics: Collects the errors of the file.
  public init(ofCourse course: String, _ diagnostics: inout [Diagnostic]) {
    let file = "\(course)/\(SessionTimes.fileName)"
    let content = FileManager.default.contents(atPath: file) ?? Data()
    let lines = String(decoding: content, as: UTF8.self).split(omittingEmptySubsequences: false) {
      $0.isNewline
    }
    for (number, line) in zip(1..., lines) where !line.isEmpty && !line.hasPrefix("#") {
      guard let (name, tenths) = SessionTimes.entry(in: line) else {
        diagnostics.append(.invalidTime(at: Place(file: file, line: number)))
        continue
      }
      self.tenths[name] = tenths
    }
  }

  /// Reads the durations of lessons' last runs from a cache.
  public init(ofLastRunsOf lessons: [Lesson], in cache: CacheFolder) {
    let runs = LastRuns(cache)
    for lesson in lessons {
      for session in lesson.sessions {
        guard let seconds = runs[session, of: lesson.file]?.seconds else { continue }
        tenths[Name(lesson: lesson.name, session: session)] = max(1, Int((seconds * 10).rounded()))
      }
    }
  }

  /// The content of the file, sorted by lesson and session.
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

  /// Returns the weight of a session, in tenths of a second; the median if its duration is unknown.
  package func load(of session: String, in lesson: Lesson) -> Int {
    tenths[Name(lesson: lesson.name, session: session)] ?? median
  }

  private var median: Int {
    let sorted = tenths.values.sorted()
    return sorted.isEmpty ? 1 : sorted[sorted.count / 2]
  }

  /// Returns a lesson's name with tabs and line ends percent-encoded.
  private func escaped(_ name: String) -> String {
    let digits = ["%": "%25", "\t": "%09", "\n": "%0A", "\r": "%0D"]
    return name.unicodeScalars.map { digits[String($0)] ?? String($0) }.joined()
  }

  private static func unescaped(_ column: String) -> String {
    column.removingPercentEncoding ?? column
  }

  private static func entry(in line: Substring) -> (name: Name, tenths: Int)? {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard 2...3 ~= columns.count, let seconds = Double(columns[0]), 0...1e6 ~= seconds,
      !columns[1].isEmpty
    else { return nil }
    let session = columns.count == 3 ? columns[2] : CellOptions.defaultSession
    let name = Name(lesson: unescaped(columns[1]), session: session)
    return (name, max(1, Int((seconds * 10).rounded())))
  }
}

extension Diagnostic {
  fileprivate static func invalidTime(at place: Place) -> Diagnostic {
    .error(
      .course, place, "invalid line: expected seconds, lesson and session, separated by tabs",
      help: "'gradus why --times' creates the file")
  }
}
