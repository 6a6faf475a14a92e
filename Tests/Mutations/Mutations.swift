import Foundation

/// Breaks the engine in one place at a time and sees which claims of the lessons notice.
///
/// Run by `./gradus test --mutations`, with the names of some mutations to run only those. With
/// `--survey` it runs every lesson for each and says all that turns red, whatever the table says. It fails when
/// a claim that a mutation names stays green, when a mutation no longer applies, and when a claim is
/// named by no mutation and has no reason either.
@main
struct Mutations {
  static func main() {
    let root = URL(filePath: FileManager.default.currentDirectoryPath)
    do {
      let words = CommandLine.arguments.dropFirst()
      let names = words.filter { $0 != "--survey" }
      let passed = try run(in: root, only: names, survey: names.count < words.count)
      exit(passed ? 0 : 1)
    } catch let complaint as Complaint {
      say(complaint.words)
    } catch {
      say("\(error)")
    }
    exit(1)
  }

  private static func run(in root: URL, only names: [String], survey: Bool) throws -> Bool {
    let table = try Table(contentsOf: root.appending(path: "Tests/Mutations/mutations.json"))
    if let name = names.first(where: { name in !table.mutations.contains { $0.name == name } }) {
      throw Complaint("no mutation is called \"\(name)\"; their names stand in mutations.json")
    }
    let complaints = table.complaints(of: try claims(in: root.appending(path: "lessons")))
    complaints.forEach(say)
    let mutants = Mutants(of: root)
    try mutants.write(table.mutations)
    let bench = Bench(root: root, package: mutants.package)
    try bench.build()
    try mutants.turn(on: 0)
    let already = try bench.red(table.lessons)
    guard already.isEmpty else {
      throw Complaint("without a mutation these claims fail: \(words(already))")
    }
    let chosen = table.mutations.enumerated().filter {
      names.isEmpty || names.contains($0.element.name)
    }
    let judgements = try chosen.map { place, mutation in
      try mutants.turn(on: place + 1)
      return judge(mutation, on: bench, survey ? table.lessons : mutation.red.keys.sorted())
    }
    let missed = judgements.count { !$0 } + complaints.count
    say("\(chosen.count) mutations were run, \(missed) complaints")
    return missed == 0
  }

  /// Whether a mutation, which is on, turns all claims red that it should.
  private static func judge(_ mutation: Mutation, on bench: Bench, _ lessons: [String]) -> Bool {
    do {
      let red = try bench.red(lessons)
      let green = mutation.red.mapValues(Set.init).merging(red) { $0.subtracting($1) }
        .filter { mutation.red[$0.key] != nil && !$0.value.isEmpty }
      say(
        "\(green.isEmpty ? "red  " : "GREEN") \(mutation.name): \(words(red))"
          + (green.isEmpty ? "" : "; STILL GREEN: \(words(green))"))
      return green.isEmpty
    } catch {
      say("ERROR \(mutation.name): \((error as? Complaint)?.words ?? "\(error)")")
      return false
    }
  }
}

/// Claims by lesson, in words.
private func words(_ claims: [String: Set<String>]) -> String {
  claims.keys.sorted().map { "\($0) \(claims[$0, default: []].sorted().joined(separator: ", "))" }
    .joined(separator: "; ")
}

/// Prints a line at once.
func say(_ line: String) {
  print(line)
  fflush(nil)
}
