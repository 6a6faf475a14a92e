import Foundation
import Laboratory
import Lessons
import Testing

/// Where the tests write lessons and run them.
enum Bench {
  /// The product under test, found once.
  static let installation = Task { try await Installation.find() }

  /// A laboratory; compiled modules of the system are kept beside the product.
  static func laboratory(
    _ change: (inout Installation) -> Void = { _ in }, jobs: Int? = nil, scratch: String? = nil
  ) async throws -> Laboratory {
    var installation = try await installation.value
    let cache = installation.libraries + "/LaboratoryTests.cache"
    change(&installation)
    return Laboratory(
      installation, cache: CacheFolder(cache), keepsRuns: false, jobs: jobs, scratch: scratch)
  }

  /// Gives `work` a cache of its own; compiled modules of the system are shared.
  static func withCache<Result>(_ work: (CacheFolder, String) async throws -> Result) async throws
    -> Result
  {
    let shared = try await installation.value.libraries + "/LaboratoryTests.cache/modules"
    return try await withFolder { folder in
      let cache = folder + "/cache"
      for path in [shared, cache] {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
      try FileManager.default.createSymbolicLink(
        atPath: cache + "/modules", withDestinationPath: shared)
      return try await work(CacheFolder(cache), folder)
    }
  }

  /// A lesson whose body begins on line 6.
  static func lesson(
    _ body: String, file: String = "lessons/t.md", setting: String = "time: 1"
  ) throws -> Lesson {
    var diagnostics: [Diagnostic] = []
    let text = "---\ntitle: T\ndescription: D\n\(setting)\n---\n\(body)"
    let lesson = Lesson.parse(text, file: file, diagnostics: &diagnostics)
    #expect(diagnostics == [])
    return try #require(lesson)
  }

  /// A lesson of cells; the fence of the first is on line 6, and two lines are between one's last
  /// line of code and the next's first.
  static func cells(_ code: String...) -> String {
    code.map { "```{swift}\n\($0)\n```\n" }.joined()
  }

  /// A cell with an option.
  static func cell(_ option: String, _ code: String) -> String {
    "```{swift}\n//| \(option)\n\(code)\n```\n"
  }

  /// What running a lesson's cells finds.
  static func run(_ body: String, setting: String = "time: 1") async throws -> Findings {
    let found = try await laboratory().run([lesson(body, setting: setting)])
    return try #require(found.first)
  }

  /// All that is wrong with a lesson, as a terminal shows it.
  static func problems(_ body: String, setting: String = "time: 1") async throws -> [String] {
    let found = try await run(body, setting: setting)
    #expect(found.faults == [])
    return found.diagnostics.map(\.description)
  }

  /// Gives `work` a new folder and removes it afterwards.
  static func withFolder<Result>(_ work: (String) async throws -> Result) async throws -> Result {
    let folder = NSTemporaryDirectory() + "laboratory-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await work(folder)
  }
}
