import ArgumentParser

/// The command.
@main
struct Gradus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "Makes a course website out of lessons whose experiments run.",
    subcommands: [
      BuildCommand.self, CheckCommand.self, WhyCommand.self, DiffCommand.self, ProgramCommand.self,
      RenderCommand.self, CleanCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)

  /// The names of what it can do.
  static var verbs: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
