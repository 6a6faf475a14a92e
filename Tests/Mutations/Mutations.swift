import Foundation

/// Breaks the engine in one place at a time and checks which claims of the lessons fail.
///
/// Run by `./gradus test --mutations`, optionally with the names of some mutations. With `--survey` it
/// runs every lesson for each mutation and lists all failing claims. The test fails if a claim that a
/// mutation names still holds, if a mutation no longer applies, or if a claim is not named by any
/// mutation and not listed as unreached with a reason.
@main
struct Mutations {
  static func main() {
    let root = URL(filePath: FileManager.default.currentDirectoryPath)
    do {
      let arguments = CommandLine.arguments.dropFirst()
      let names = arguments.filter { $0 != "--survey" }
      let passed = try run(in: root, only: names, survey: names.count < arguments.count)
      exit(passed ? 0 : 1)
    } catch let error as MutationError {
      printLine(error.message)
    } catch {
      printLine("\(error)")
    }
    exit(1)
  }

  private static func run(in root: URL, only names: [String], survey: Bool) throws -> Bool {
    let table = try MutationTable(
      contentsOf: root.appending(path: "Tests/Mutations/mutations.json"))
    if let name = names.first(where: { name in !table.mutations.contains { $0.name == name } }) {
      throw MutationError("unknown mutation '\(name)'; see the names in mutations.json")
    }
    let problems = table.problems(with: try claims(in: root.appending(path: "lessons")))
    problems.forEach(printLine)
    let mutated = MutatedPackage(of: root)
    try mutated.write(table.mutations)
    let runner = MutationRunner(root: root, package: mutated.folder)
    try runner.build()
    try mutated.activate(0)
    let failing = try runner.failingClaims(table.lessons)
    guard failing.isEmpty else {
      throw MutationError("without a mutation these claims fail: \(list(failing))")
    }
    let chosen = table.mutations.enumerated().filter {
      names.isEmpty || names.contains($0.element.name)
    }
    let passed = try chosen.map { place, mutation in
      try mutated.activate(place + 1)
      return test(
        mutation, with: runner, lessons: survey ? table.lessons : mutation.fails.keys.sorted())
    }
    let failures = passed.count { !$0 } + problems.count
    printLine("ran \(chosen.count) mutations, \(failures) failures")
    return failures == 0
  }

  /// Tests whether the active mutation makes all claims fail that it names.
  private static func test(
    _ mutation: Mutation, with runner: MutationRunner, lessons: [String]
  ) -> Bool {
    do {
      let failing = try runner.failingClaims(lessons)
      let holding = mutation.fails.mapValues(Set.init).merging(failing) { $0.subtracting($1) }
        .filter { mutation.fails[$0.key] != nil && !$0.value.isEmpty }
      printLine(
        "\(holding.isEmpty ? "ok    " : "FAILED") \(mutation.name): failing: \(list(failing))"
          + (holding.isEmpty ? "" : "; STILL HOLDING: \(list(holding))"))
      return holding.isEmpty
    } catch {
      printLine("ERROR  \(mutation.name): \((error as? MutationError)?.message ?? "\(error)")")
      return false
    }
  }
}

/// Lists claims by lesson, on one line.
private func list(_ claims: [String: Set<String>]) -> String {
  claims.keys.sorted().map { "\($0) \(claims[$0, default: []].sorted().joined(separator: ", "))" }
    .joined(separator: "; ")
}

/// Prints a line and flushes the output.
func printLine(_ line: String) {
  print(line)
  fflush(nil)
}
