import Testing

@Suite struct HelpTests {
  static let verbs = [
    "build", "check", "serve", "new", "why", "diff", "program", "render", "clean",
  ]

  @Test func helpListsAllVerbs() throws {
    let help = try TestProject([]).run("--help").output
    for verb in Self.verbs { #expect(help.contains("\n  \(verb) "), "\(help)") }
  }

  @Test(arguments: verbs)
  func helpOfAVerbHasAnExample(verb: String) throws {
    let help = try TestProject([]).run("help", verb)
    #expect(help.exitCode == 0 && help.output.contains("Example: gradus \(verb)"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionScriptsHaveVerbsAndOptions(shell: String) throws {
    let script = try TestProject([]).run("--generate-completion-script", shell)
    #expect(script.exitCode == 0)
    for word in Self.verbs + ["warnings-as-errors", "port"] {
      #expect(script.output.contains(word), "\(word)")
    }
  }
}
