import Foundation

/// The content of `mutations.json`: changes to the engine, and the claims that each must make fail.
struct MutationTable: Codable {
  /// The changes to the engine.
  var mutations: [Mutation]
  /// For each lesson, the claims that no mutation makes fail, each with the reason.
  var unreached: [String: [String: String]]

  /// Reads the table from a JSON file.
  init(contentsOf file: URL) throws {
    self = try JSONDecoder().decode(MutationTable.self, from: try Data(contentsOf: file))
  }
}

/// One expression of the engine, replaced by a wrong one.
struct Mutation: Codable {
  /// A description of the wrong expression, which is also its name.
  var name: String
  /// The file, below `Sources/Engine`.
  var file: String
  /// Text that contains the expression and occurs once in the file; nil if the expression itself does.
  var within: String?
  /// The original expression, which occurs once in `within`.
  var find: String
  /// The wrong expression.
  var replace: String
  /// For each lesson, the claims that must fail.
  var fails: [String: [String]]
}

extension MutationTable {
  /// The lessons that the table mentions.
  var lessons: [String] {
    Set(mutations.flatMap(\.fails.keys)).union(unreached.keys).sorted()
  }

  /// The errors of the table itself: claims that do not exist, claims that are both named by a mutation
  /// and unreached, and claims of the table's lessons that are missing.
  func problems(with claims: [String: Set<String>]) -> [String] {
    var named: [String: Set<String>] = [:]
    for mutation in mutations {
      for (lesson, claims) in mutation.fails { named[lesson, default: []].formUnion(claims) }
    }
    let reasons = unreached.mapValues { Set($0.keys) }
    var problems: [String] = []
    for lesson in lessons {
      let existing = claims[lesson] ?? []
      let failing = named[lesson] ?? []
      let excused = reasons[lesson] ?? []
      for name in existing.subtracting(failing).subtracting(excused).sorted() {
        problems.append("\(lesson): no mutation makes '\(name)' fail, and no reason is given")
      }
      for name in failing.intersection(excused).sorted() {
        problems.append("\(lesson): '\(name)' is named by a mutation but listed as unreached")
      }
      for name in failing.union(excused).subtracting(existing).sorted() {
        problems.append("\(lesson): there is no claim '\(name)'")
      }
    }
    return problems
  }
}

/// Returns the claims of each lesson in a folder, found by their calls in the cells.
func claims(in folder: URL) throws -> [String: Set<String>] {
  let call = /claim\(\s*"([^"]+)"/
  var found: [String: Set<String>] = [:]
  for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
  where file.hasSuffix(".md") && file != "README.md" {
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    let names = text.matches(of: call).map { String($0.1) }
    if !names.isEmpty { found[String(file.dropLast(3))] = Set(names) }
  }
  return found
}
