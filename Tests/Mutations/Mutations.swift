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
    let claims = try claims(in: root.appending(path: "lessons"))
    let complaints = table.complaints(of: claims)
    complaints.forEach(say)
    let mutants = Mutants(of: root)
    try mutants.write(table.mutations)
    let bench = Bench(root: root, package: mutants.package)
    try bench.build()
    var failures = complaints.count
    let chosen = table.mutations.enumerated().filter {
      names.isEmpty || names.contains($0.element.name)
    }
    try mutants.turn(on: 0)
    let already = try bench.red(claims.keys.sorted())
    guard already.isEmpty else {
      throw Complaint("without a mutation these claims fail: \(words(already))")
    }
    for (place, mutation) in chosen {
      try mutants.turn(on: place + 1)
      let red = try bench.red((survey ? claims : mutation.red.mapValues(Set.init)).keys.sorted())
      let green = mutation.red.mapValues(Set.init).merging(red) { $0.subtracting($1) }
        .filter { mutation.red[$0.key] != nil && !$0.value.isEmpty }
      failures += green.isEmpty ? 0 : 1
      say(
        "\(green.isEmpty ? "red  " : "GREEN") \(mutation.name): "
          + (survey || green.isEmpty ? words(red) : "\(words(green)) should be red"))
    }
    say("\(chosen.count) mutations were run, \(failures) failures")
    return failures == 0
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
