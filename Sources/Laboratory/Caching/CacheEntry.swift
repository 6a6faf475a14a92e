internal import Foundation
internal import Lessons
internal import Records

/// A run that came to its end, as it is kept: what it was made of, what it told, how long it took.
///
/// As a file it is a line of JSON for the head, and a line for each record.
struct CacheEntry {
  /// All but the records.
  struct Head: Codable, Equatable {
    /// What the run was made of.
    var fingerprint: Fingerprint
    /// The seconds that compiling and running took.
    var seconds: Double
    /// What the compiler warned of.
    var remarks: [Remark]
  }

  /// All but the records.
  var head: Head
  /// What the program recorded, with the session's own numbers.
  var records: [Record]

  /// What a run found; nil where it must not be kept, since a session was cut short or is wrong.
  init?(_ findings: Findings, of program: Program, _ fingerprint: Fingerprint, seconds: Double) {
    guard findings.isComplete, findings.faults.isEmpty, !findings.diagnostics.hasErrors,
      let records = program.numbering.kept(findings.records)
    else { return nil }
    let remarks = findings.diagnostics.compactMap { Remark($0, of: program) }
    guard remarks.count == findings.diagnostics.count else { return nil }
    head = Head(fingerprint: fingerprint, seconds: seconds, remarks: remarks)
    self.records = records
  }

  /// Reads a file that is kept under a key; nil where it is not what the key stands for.
  init?(_ data: Data, key: String) {
    guard let (head, rest) = CacheEntry.parts(of: data), head.fingerprint.key == key,
      let records = try? Wire.records(in: rest)
    else { return nil }
    self.head = head
    self.records = records
  }

  /// The head alone, which is much less to read.
  static func head(_ data: Data) -> Head? { parts(of: data)?.head }

  private static func parts(of data: Data) -> (head: Head, rest: Data)? {
    guard let end = data.firstIndex(of: UInt8(ascii: "\n")),
      let head = try? JSONDecoder().decode(Head.self, from: data[..<end])
    else { return nil }
    return (head, data[(end + 1)...])
  }

  /// The file's content.
  var data: Data {
    var data = json(head)
    data.append(UInt8(ascii: "\n"))
    for record in records { data += Wire.line(record) }
    return data
  }

  /// What the run found, told of the lesson as it is now; nil where it tells of something else.
  func findings(of program: Program) -> Findings? {
    let diagnostics = head.remarks.compactMap { $0.diagnostic(of: program) }
    guard diagnostics.count == head.remarks.count,
      let records = program.numbering.placed(records)
    else { return nil }
    return Findings(records: records, diagnostics: diagnostics, isComplete: true)
  }
}

extension Program {
  /// How its cells and values are numbered.
  var numbering: Numbering {
    Numbering(
      cells: cells.map(\.index),
      values: allSteps.compactMap { step in
        if case .value(let value) = step { value.index } else { nil }
      })
  }

  /// All cells of the session, those too that are compiled apart.
  var cells: [Cell] {
    allSteps.compactMap { step in
      if case .cell(let cell) = step { cell } else { nil }
    }
  }
}
