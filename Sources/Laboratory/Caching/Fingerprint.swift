internal import Foundation
internal import Hashing
internal import Lessons

/// Everything that can change a session's result, in parts, so that it can be said which one did.
///
/// Limits are none of them: what passes one is not kept, and what came to its end would have done
/// so under a wider one.
struct Fingerprint: Codable, Equatable {
  /// A data file that the session reads.
  struct Input: Codable, Equatable, Sendable {
    /// Its name within the course.
    var name: String
    /// The digest of its content.
    var content: String
  }

  /// What is the same for all sessions.
  var surroundings: Surroundings
  /// What the cells read as `seed`.
  var seed: Int
  /// The digests of the session's cells and values, in order.
  var steps: [String]
  /// The digest of the program.
  var program: String
  /// The data files, in order.
  var inputs: [Input]

  /// The digest of all parts: under this name a run is kept.
  var key: String { SHA256.hex(of: json(self)) }
}

extension Session {
  /// The session's fingerprint; nil where a data file is missing, without which it does not run.
  func fingerprint(in surroundings: Surroundings) -> Fingerprint? {
    guard inputs.diagnostics.isEmpty else { return nil }
    var contents: [Fingerprint.Input] = []
    for file in inputs.files {
      guard let content = contentDigest(of: file.path) else { return nil }
      contents.append(Fingerprint.Input(name: file.name, content: content))
    }
    return Fingerprint(
      surroundings: surroundings, seed: program.seed,
      steps: program.stepTexts.map { String(SHA256.hex(of: $0.utf8).prefix(16)) },
      program: SHA256.hex(of: program.textThatMatters.utf8), inputs: contents)
  }
}

extension Program {
  /// The source without places, unless the code asks for them.
  fileprivate var textThatMatters: String {
    let asks = allSteps.contains { $0.code.contains("#line") || $0.code.contains("#file") }
    let traps = cells.indices.filter { cells[$0].options.error == .trap }
    return "\(asks ? source : unplacedSource)\n// Cells that must trap: \(traps)\n"
  }

  /// What each step is, cells that are compiled apart included.
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
  /// Its Swift, as the author wrote it.
  var code: String {
    switch self {
    case .cell(let cell): cell.code
    case .value(let value): value.code
    }
  }
}
