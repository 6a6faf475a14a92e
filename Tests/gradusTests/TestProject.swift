import Foundation
import TestSupport
import Testing

/// A temporary folder with a course, in which tests run the `gradus` command.
final class TestProject {
  /// The result of a command.
  struct Run: Equatable {
    var exitCode: Int32
    var output: String
    var errors: String
    /// The line that counts the sessions; it is not part of `errors`, since it contains a time.
    var summary = ""

    static func == (a: Run, b: Run) -> Bool {
      (a.exitCode, a.output, a.errors) == (b.exitCode, b.output, b.errors)
    }
  }

  private let temporary: TemporaryFolder
  private let cache: WarmCache

  /// Creates a course in a temporary folder.
  ///
  /// - Parameters:
  ///   - lessons: The names and texts of the lessons.
  ///   - yaml: The content of `course.yml`; nil for one that lists the lessons.
  ///   - cache: The content of the course's cache before the first build.
  /// - Throws: An error if a file cannot be written.
  init(
    _ lessons: [(name: String, text: String)], yaml: String? = nil, cache: WarmCache = .machine
  ) throws {
    temporary = try TemporaryFolder()
    self.cache = cache
    let list = lessons.map { "  - \($0.name)\n" }.joined()
    try write(
      "lessons/course.yml", yaml ?? "title: A course\ndescription: Words.\nlessons:\n\(list)")
    for (name, text) in lessons { try write("lessons/\(name).md", text) }
    try cache.copy(to: folder.appending(path: "lessons/.gradus"))
  }

  var folder: URL { temporary.url }

  func write(_ path: String, _ text: String) throws { try temporary.write(path, text) }

  func write(_ path: String, _ data: Data) throws { try temporary.write(path, data) }

  func read(_ path: String) throws -> String { try temporary.read(path) }

  /// All files below a folder, with their content.
  func files(in path: String) throws -> [String: Data] {
    let root = folder.appending(path: path)
    var files: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: root.path)?.compactMap({ $0 as? String })
      ?? []
    {
      let file = root.appending(path: name)
      guard (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else {
        continue
      }
      files[name] = try Data(contentsOf: file)
    }
    return files
  }

  /// Runs `gradus` in the folder of the project.
  func run(
    _ arguments: String..., environment: [String: String] = [:], input: String = ""
  ) throws -> Run {
    try launch(TestProject.product, arguments, environment: environment, input: input)
  }

  /// Runs a shell script there, in which `$gradus` is the command.
  func shell(
    _ script: String, through wrapper: [String] = [], environment: [String: String] = [:]
  ) throws -> Run {
    try launch(
      URL(filePath: "/usr/bin/env"), wrapper + ["sh", "-c", script],
      environment: environment.merging(["gradus": TestProject.product.path]) { $1 })
  }

  /// A process in the folder of the project that has not been started.
  func process(
    _ program: URL = TestProject.product, arguments: [String], environment: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(cache.environment) { $1 }.merging(environment) { $1 }
    return process
  }

  private func launch(
    _ program: URL, _ arguments: [String], environment: [String: String], input: String = ""
  ) throws -> Run {
    let process = process(program, arguments: arguments, environment: environment)
    let files = ["out", "err"].map { folder.appending(path: ".\(UUID().uuidString).\($0)") }
    for file in files { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    pipe.fileHandleForWriting.write(Data(input.utf8))
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    for file in files { try FileManager.default.removeItem(at: file) }
    let lines = texts[1].split(separator: "\n", omittingEmptySubsequences: false)
    let isSummary = { (line: Substring) in line.hasPrefix("ran ") || line.hasPrefix("reused ") }
    // Lines about long sessions depend on the speed of the machine.
    let isTiming = { (line: Substring) in line.contains(/: (ran in|failed after) [\d.]+ (s|min)$/) }
    return Run(
      exitCode: process.terminationStatus, output: texts[0],
      errors: lines.filter { !isSummary($0) && !isTiming($0) }.joined(separator: "\n"),
      summary: lines.filter(isSummary).joined(separator: "\n"))
  }

  /// The `gradus` executable built together with these tests.
  static let product = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "gradus")
}

/// A lesson with front matter and a body that starts on line 5.
func lesson(_ body: String) -> String { "---\ntitle: T\ndescription: D.\n---\n\(body)\n" }
