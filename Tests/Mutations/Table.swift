import Foundation

/// What `mutations.json` holds: changes to the engine, and the claims that each must turn red.
struct Table: Codable {
  /// The changes.
  var mutations: [Mutation]
  /// For each lesson the claims that no mutation here can turn red, each with the reason.
  var unreached: [String: [String: String]]

  /// Reads the table, as it is committed.
  init(contentsOf file: URL) throws {
    self = try JSONDecoder().decode(Table.self, from: try Data(contentsOf: file))
  }
}

/// One expression of the engine, replaced by a wrong one.
struct Mutation: Codable {
  /// What is wrong, in words.
  var name: String
  /// The file, below `Sources/Engine`.
  var file: String
  /// Where in the file, if the expression alone does not say: text that holds it and occurs once.
  var within: String?
  /// The expression as it stands, which occurs once there.
  var find: String
  /// The wrong one.
  var replace: String
  /// For each lesson the claims that must fail.
  var red: [String: [String]]
}

extension Table {
  /// The lessons that it speaks of.
  var lessons: [String] {
    Set(mutations.flatMap(\.red.keys)).union(unreached.keys).sorted()
  }

  /// What is wrong with the table itself: claims that no lesson makes, claims of which both is said, and
  /// in the lessons that it speaks of claims of which nothing is said.
  func complaints(of claims: [String: Set<String>]) -> [String] {
    var named: [String: Set<String>] = [:]
    for mutation in mutations {
      for (lesson, claims) in mutation.red { named[lesson, default: []].formUnion(claims) }
    }
    let excused = unreached.mapValues { Set($0.keys) }
    var complaints: [String] = []
    for lesson in lessons {
      let (made, red) = (claims[lesson] ?? [], named[lesson] ?? [])
      let reasoned = excused[lesson] ?? []
      for name in made.subtracting(red).subtracting(reasoned).sorted() {
        complaints.append("\(lesson): no mutation turns '\(name)' red, and no reason is given")
      }
      for name in red.intersection(reasoned).sorted() {
        complaints.append("\(lesson): '\(name)' is named by a mutation and called unreached")
      }
      for name in red.union(reasoned).subtracting(made).sorted() {
        complaints.append("\(lesson): there is no claim '\(name)'")
      }
    }
    return complaints
  }
}

/// The claims that each lesson of a folder makes, found by their calls in its cells.
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
