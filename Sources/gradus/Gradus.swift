import ArgumentParser
import Sharing

/// The `gradus` command with all its verbs.
@main
struct Gradus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "Build a course website from lessons with runnable experiments.",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, NewCommand.self, WhyCommand.self,
      DiffCommand.self, ProgramCommand.self, RenderCommand.self, CleanCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)

  static func main() async {
    _ = Credentials.own
    do {
      try await interruptibly {
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

  /// The names of all verbs.
  static var verbs: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
