internal import Foundation
internal import Lessons
internal import Records

/// The cache entry of a complete run: its fingerprint, records, warnings and duration.
///
/// The file has a line of JSON for the head, and a line for each record.
struct CacheEntry {
  /// An entry without its records.
  struct Head: Codable, Equatable {
    /// The inputs of the run.
    var fingerprint: Fingerprint
    /// The duration of compiling and running in seconds.
    var seconds: Double
    /// The warnings of the compiler and of standard error.
    var warnings: [CachedWarning]
  }

  /// The entry without its records.
  var head: Head
  /// The program's records, with the session's indices.
  var records: [Record]

  /// Creates the entry of a run; nil if the run must not be cached, since it failed or is
  /// incomplete.
  init?(_ results: RunResult, of program: Program, _ fingerprint: Fingerprint, seconds: Double) {
    guard results.isComplete, results.faults.isEmpty, !results.diagnostics.hasErrors,
      let records = program.indexMap.toSession(results.records)
    else { return nil }
    let warnings = results.diagnostics.compactMap { CachedWarning($0, of: program) }
    guard warnings.count == results.diagnostics.count else { return nil }
    head = Head(fingerprint: fingerprint, seconds: seconds, warnings: warnings)
    self.records = records
  }

  /// Parses a file that is stored under a key; nil if it is invalid or has another key.
  init?(_ data: Data, key: String) {
    guard let (head, rest) = CacheEntry.parts(of: data), head.fingerprint.key == key,
      let records = try? Wire.records(in: rest)
    else { return nil }
    self.head = head
    self.records = records
  }

  /// Parses the head only, which is much faster.
  static func head(_ data: Data) -> Head? { parts(of: data)?.head }

  private static func parts(of data: Data) -> (head: Head, rest: Data)? {
    guard let end = data.firstIndex(of: UInt8(ascii: "\n")),
      let head = try? JSONDecoder().decode(Head.self, from: data[..<end])
    else { return nil }
    return (head, data[(end + 1)...])
  }

  /// The content of the file.
  var data: Data {
    var data = json(head)
    data.append(UInt8(ascii: "\n"))
    for record in records { data += Wire.line(record) }
    return data
  }

  /// Returns the results with places in the current lesson; nil if they do not match its steps.
  func results(of program: Program) -> RunResult? {
    let diagnostics = head.warnings.compactMap { $0.diagnostic(of: program) }
    guard diagnostics.count == head.warnings.count,
      let records = program.indexMap.toLesson(records)
    else { return nil }
    return RunResult(records: records, diagnostics: diagnostics, isComplete: true)
  }
}

extension Program {
  /// The map between indices in the lesson and in the session.
  var indexMap: StepIndexMap {
    StepIndexMap(
      cells: cells.map(\.index),
      values: allSteps.compactMap { step in
        if case .value(let value) = step { value.index } else { nil }
      })
  }

  /// All cells of the session, including those that are expected not to compile.
  var cells: [Cell] {
    allSteps.compactMap { step in
      if case .cell(let cell) = step { cell } else { nil }
    }
  }
}
