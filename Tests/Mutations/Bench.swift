import Foundation

/// Where lessons are run against the mutated library.
struct Bench {
  /// The package whose lessons and product are used.
  let root: URL
  /// The mutated copy.
  let package: URL

  private var products: URL { package.appending(path: ".build/release") }

  /// Builds the copy's Notebook, for this processor as the product is, and puts the product and the
  /// keeper of its sessions beside it.
  func build() throws {
    let flags = ["-c", "release", "-Xcc", "-march=native", "--product", "Notebook"]
    let (status, output) = try run(
      "/usr/bin/env", ["swift", "build", "--package-path", package.path] + flags)
    guard status == 0 else { throw Complaint("the mutated engine does not build:\n\(output)") }
    for name in ["gradus", "keeper"] {
      let program = products.appending(path: name)
      try? FileManager.default.removeItem(at: program)
      try FileManager.default.copyItem(
        at: root.appending(path: ".build/release").appending(path: name), to: program)
    }
  }

  /// The claims that fail in some lessons, by lesson.
  ///
  /// Its cache forgets all runs each time: it knows nothing of the switch, and would take what another
  /// mutation measured for this one's.
  func red(_ lessons: [String]) throws -> [String: Set<String>] {
    guard !lessons.isEmpty else { return [:] }
    let (course, cache) = (package.appending(path: "course"), package.appending(path: "cache"))
    try? FileManager.default.removeItem(at: cache.appending(path: "runs"))
    try setOut(lessons, in: course)
    let (status, output) = try run(
      products.appending(path: "gradus").path,
      ["check", "--course", course.path, "--cache", cache.path])
    guard status == 0 || status == 1 else { throw Complaint(output) }
    var red: [String: Set<String>] = [:]
    for line in output.split(separator: "\n") {
      if let match = line.firstMatch(of: /([^\/]+)\.md:.*error: the claim '([^']+)' fails/) {
        red[String(match.1), default: []].insert(String(match.2))
      } else if line.contains("error: ") {
        throw Complaint("a lesson did not run to its end: \(line)")
      }
    }
    return red
  }

  /// Makes a course of some lessons; of the others only their titles are there, for references.
  private func setOut(_ lessons: [String], in course: URL) throws {
    let (files, source) = (FileManager.default, root.appending(path: "lessons"))
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
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
