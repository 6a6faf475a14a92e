import ArgumentParser
import Laboratory
import Sharing

/// The `gradus` command with all its verbs.
@main
struct Gradus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "Build a course website from lessons with runnable experiments.",
    version: Version.number,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, NewCommand.self, WhyCommand.self,
      DiffCommand.self, ProgramCommand.self, RenderCommand.self, CleanCommand.self,
      TestCommand.self, BenchmarkCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)

  static func main() async {
    _ = Credentials.own
    do {
      try await interruptibly {
        if CommandLine.arguments.dropFirst() == ["--version"] { return try await printVersion() }
        var command = try parseAsRoot()
        if var command = command as? any AsyncParsableCommand {
          try await command.run()
        } else {
          try command.run()
        }
      }
    } catch {
      exit(withError: error)
    }
  }

  /// Prints more than the version that the argument parser prints.
  private static func printVersion() async throws {
    let installation = try await orFail { () async throws(Fault) in try await Installation.find() }
    try printOutput(Version(of: installation).text + "\n")
  }

  /// The names of all verbs.
  static var verbs: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
