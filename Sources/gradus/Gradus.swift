import ArgumentParser

/// The command.
@main
struct Gradus: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradus",
    abstract: "Makes a course website out of lessons whose experiments run.",
    subcommands: [
      BuildCommand.self, CheckCommand.self, WhyCommand.self, ProgramCommand.self,
      RenderCommand.self, CleanCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)
}
