internal import Foundation
internal import Hashing
internal import Lessons

/// All inputs of a session's run, in parts, so that a change can be explained.
///
/// Limits are not part of it: a run that exceeds one is not cached, and a complete run would also
/// complete under a higher limit.
struct Fingerprint: Codable, Equatable {
  /// A data file that the session reads.
  struct Input: Codable, Equatable, Sendable {
    /// The file's name within the course.
    var name: String
    /// The digest of the file's content.
    var content: String
  }

  /// The part that all sessions share.
  var toolchain: ToolchainKey
  /// The value of `seed` in cells.
  var seed: Int
  /// The digests of the session's cells and values, in order.
  var steps: [String]
  /// The digest of the program.
  var program: String
  /// The data files, in order.
  var inputs: [Input]

  /// The digest of all parts: the key of the run.
  var key: String { SHA256.hex(of: json(self)) }
}

extension Session {
  /// Returns the session's fingerprint; nil if a data file is missing, so that the session cannot
  /// run.
  func fingerprint(in toolchain: ToolchainKey) -> Fingerprint? {
    guard inputs.diagnostics.isEmpty else { return nil }
    var contents: [Fingerprint.Input] = []
    for file in inputs.files {
      guard let content = contentDigest(of: file.path) else { return nil }
      contents.append(Fingerprint.Input(name: file.name, content: content))
    }
    return Fingerprint(
      toolchain: toolchain, seed: program.seed,
      steps: program.stepTexts.map { String(SHA256.hex(of: $0.utf8).prefix(16)) },
      program: SHA256.hex(of: program.relevantText.utf8), inputs: contents)
  }
}

extension Program {
  /// The source, without locations unless the code uses them.
  fileprivate var relevantText: String {
    let usesLocations = allSteps.contains { $0.code.contains("#line") || $0.code.contains("#file") }
    let traps = cells.indices.filter { cells[$0].options.error == .trap }
    return "\(usesLocations ? source : sourceWithoutLocations)\n// Cells that must trap: \(traps)\n"
  }

  /// The kind and code of each step, including cells that are expected not to compile.
  fileprivate var stepTexts: [String] {
    allSteps.map { step in
      switch step {
      case .cell(let cell): "cell \(cell.options.error?.rawValue ?? "")\n\(cell.code)"
      case .value(let value): "value\n\(value.code)"
      }
    }
  }
}

extension Step {
  /// The step's code as written by the author.
  var code: String {
    switch self {
    case .cell(let cell): cell.code
    case .value(let value): value.code
    }
  }
}
