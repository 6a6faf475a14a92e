import Laboratory
import Lessons
import TestSupport
import Testing

/// Helpers that write lessons and run them.
enum Fixture {
  /// The product under test.
  static let installation = Task { try await Installation.find() }

  /// Creates a laboratory whose compiled system modules are cached beside the product.
  static func laboratory(
    _ change: (inout Installation) -> Void = { _ in }, jobs: Int? = nil, scratch: String? = nil
  ) async throws -> Laboratory {
    var installation = try await installation.value
    let cache = installation.libraries + "/LaboratoryTests.cache"
    change(&installation)
    return Laboratory(
      installation, cache: CacheFolder(cache), usesRunCache: false, jobs: jobs, scratch: scratch)
  }

  /// Calls `work` with a new cache, which shares compiled system modules.
  static func withCache<Result>(_ work: (CacheFolder, String) async throws -> Result) async throws
    -> Result
  {
    let shared = try await installation.value.libraries + "/LaboratoryTests.cache/modules"
    return try await withFolder { folder in
      var cache = CacheFolder(folder + "/cache")
      cache.modules = shared
      return try await work(cache, folder)
    }
  }

  /// Parses a lesson whose body begins on line 6.
  static func lesson(
    _ body: String, file: String = "lessons/t.md", setting: String = "time: 1"
  ) throws -> Lesson {
    var diagnostics: [Diagnostic] = []
    let text = "---\ntitle: T\ndescription: D\n\(setting)\n---\n\(body)"
    let lesson = Lesson.parse(text, file: file, diagnostics: &diagnostics)
    #expect(diagnostics == [])
    return try #require(lesson)
  }

  /// The Markdown of several cells; the first fence is on line 6, and two lines are between the
  /// code of consecutive cells.
  static func cells(_ code: String...) -> String {
    code.map { "```{swift}\n\($0)\n```\n" }.joined()
  }

  /// The Markdown of a cell with an option.
  static func cell(_ option: String, _ code: String) -> String {
    "```{swift}\n//| \(option)\n\(code)\n```\n"
  }

  /// Returns the results of running a lesson.
  static func run(_ body: String, setting: String = "time: 1") async throws -> RunResult {
    let found = try await laboratory().run([lesson(body, setting: setting)])
    return try #require(found.first)
  }

  /// Returns the diagnostics of running a lesson, as a terminal shows them.
  static func problems(_ body: String, setting: String = "time: 1") async throws -> [String] {
    let found = try await run(body, setting: setting)
    #expect(found.faults == [])
    return found.diagnostics.map(\.description)
  }

  /// Calls `work` with a new folder and removes the folder afterwards.
  static func withFolder<Result>(_ work: (String) async throws -> Result) async throws -> Result {
    try await TemporaryFolder.with { try await work($0.path) }
  }
}
