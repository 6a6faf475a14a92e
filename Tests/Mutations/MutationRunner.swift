import Foundation

/// Runs lessons against the mutated engine.
struct MutationRunner {
  /// The original package, which provides the lessons and the `gradus` executable.
  let root: URL
  /// The mutated copy of the package.
  let package: URL

  private var products: URL { package.appending(path: ".build/release") }

  /// Builds the copy's Notebook with the flags of the start script, and copies `gradus` and `keeper`
  /// beside it.
  func build() throws {
    let flags = ["-c", "release", "-Xcc", "-march=native", "--product", "Notebook"]
    let (status, output) = try run(
      "/usr/bin/env", ["swift", "build", "--package-path", package.path] + flags)
    guard status == 0 else { throw MutationError("the mutated engine does not build:\n\(output)") }
    for name in ["gradus", "keeper"] {
      let program = products.appending(path: name)
      try? FileManager.default.removeItem(at: program)
      try FileManager.default.copyItem(
        at: root.appending(path: ".build/release").appending(path: name), to: program)
    }
  }

  /// Returns the failing claims of some lessons, by lesson.
  ///
  /// The run cache is deleted each time: its keys do not include the active mutation, so it would return
  /// the results of another one.
  func failingClaims(_ lessons: [String]) throws -> [String: Set<String>] {
    guard !lessons.isEmpty else { return [:] }
    let course = package.appending(path: "course")
    let cache = package.appending(path: "cache")
    try? FileManager.default.removeItem(at: cache.appending(path: "runs"))
    try prepare(lessons, in: course)
    let (status, output) = try run(
      products.appending(path: "gradus").path,
      ["check", "--course", course.path, "--cache", cache.path])
    guard status == 0 || status == 1 else { throw MutationError(output) }
    var failing: [String: Set<String>] = [:]
    for line in output.split(separator: "\n") {
      if let match = line.firstMatch(of: /([^\/]+)\.md:.*error: the claim '([^']+)' fails/) {
        failing[String(match.1), default: []].insert(String(match.2))
      } else if line.contains("error: ") {
        throw MutationError("a lesson has another error: \(line)")
      }
    }
    return failing
  }

  /// Creates a course of some lessons; the others are stubs with a title, for references.
  private func prepare(_ lessons: [String], in course: URL) throws {
    let files = FileManager.default
    let source = root.appending(path: "lessons")
    try? files.removeItem(at: course)
    try files.copyItem(at: source, to: course)
    let others = try files.contentsOfDirectory(atPath: course.path).filter {
      $0.hasSuffix(".md") && $0 != "README.md" && !lessons.contains(String($0.dropLast(3)))
    }
    for other in others {
      try "---\ntitle: \(other)\ndescription: Not run.\n---\n\nNot run.\n".write(
        to: course.appending(path: other), atomically: true, encoding: .utf8)
    }
  }

  private func run(_ program: String, _ arguments: [String]) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
