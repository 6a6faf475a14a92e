import Charts
import Foundation
import Notebook
import Records
import TestSupport

/// Runs `body` as the only cell of a lesson's program, whose code starts at line 1, and returns the records
/// that it writes.
///
/// It can be called once per process, since a process has one recorder: call it in an exit test.
@MainActor
func recordsWritten(by body: @MainActor () throws -> Void) throws -> [Record] {
  let folder = try TemporaryFolder(["records": ""])
  defer { withExtendedLifetime(folder) {} }
  let file = folder.url.appending(path: "records")
  setenv("GRADUS_RECORDS", file.path, 1)
  _cell(0, line: 1)
  try body()
  return try Wire.records(in: Data(contentsOf: file))
}

extension [Record] {
  /// The figures in their final state, in the order in which they were drawn.
  var figures: [Figure] {
    var found: [Int: Figure] = [:]
    for case .figure(let id, let figure) in self { found[id] = figure }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The tables in their final state, in the order in which they were made.
  var tables: [ResultTable] {
    var found: [Int: ResultTable] = [:]
    for case .table(let id, let table) in self { found[id] = table }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The claims, in order.
  var claims: [Claim] {
    compactMap { record in
      guard case .claim(let claim) = record else { return nil }
      return claim
    }
  }
}
