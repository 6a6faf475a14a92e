import ArgumentParser
import Laboratory

/// A verb that the start script performs; it is declared here for help and completions.
protocol StartScriptCommand: AsyncParsableCommand {}

extension StartScriptCommand {
  func run() async throws {
    let installation = try await orFail { () async throws(Fault) in try await Installation.find() }
    try replaceProcess(with: installation.startScript)
  }
}

/// `gradus test`: runs the tests of Gradus.
struct TestCommand: StartScriptCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests of Gradus.",
    discussion: """
      Arguments are those of 'swift test'; with --mutations, checks which claims fail with a broken \
      engine.

      Example: gradus test --filter PagesTests
      """)

  @Argument(parsing: .captureForPassthrough, help: "Arguments of 'swift test'.")
  var arguments: [String] = []
}

/// `gradus benchmark`: measures training steps and builds.
struct BenchmarkCommand: StartScriptCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Time training steps of networks, or builds of courses.",
    discussion: """
      Example: gradus benchmark build
      """)

  @Argument(parsing: .captureForPassthrough, help: "Arguments of the benchmark.")
  var arguments: [String] = []
}

/// `gradus manual`: writes manual pages.
struct ManualCommand: StartScriptCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Write manual pages.",
    discussion: """
      Example: gradus manual /usr/local/share/man/man1
      """)

  @Argument(help: "Directory of the pages.") var folder = "manual"
}
