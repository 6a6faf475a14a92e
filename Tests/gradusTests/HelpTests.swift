import Foundation
import Testing

@Suite struct HelpTests {
  /// All verbs, and the options that each accepts.
  static let options: [String: Set<String>] = [
    "build": sessionOptions.union(reportOptions).union(["--output", "--shard"]),
    "check": sessionOptions.union(reportOptions).union(["--numbers", "--twice"]),
    "serve": sessionOptions.union(["--host", "--port"]),
    "new": ["--course"],
    "why": ["--course", "--cache", "--remote-cache", "--remote-cache-read-only", "--times"],
    "diff": ["--course", "--cache", "--no-color", "--json"],
    "program": ["--course"],
    "render": [],
    "clean": ["--course", "--cache"],
    "benchmark": [],
    "manual": [],
    "test": [],
  ]
  private static let sessionOptions: Set = [
    "--course", "--cache", "--jobs", "--remote-cache", "--remote-cache-read-only", "--no-color",
  ]
  private static let reportOptions: Set = ["--format", "--json", "--warnings-as-errors"]

  static let verbs = options.keys.sorted()

  @Test func helpListsAllVerbs() throws {
    let help = try TestProject([]).run("--help").output
    for verb in Self.verbs { #expect(help.contains("\n  \(verb) "), "\(help)") }
    #expect(help.contains("--version"))
  }

  @Test(arguments: verbs)
  func helpOfAVerbHasAnExample(verb: String) throws {
    let help = try TestProject([]).run("help", verb)
    #expect(help.exitCode == 0 && help.output.contains("Example: gradus \(verb)"))
  }

  @Test(arguments: verbs)
  func helpOfAVerbListsTheOptionsThatItUses(verb: String) throws {
    let help = try TestProject([]).run("help", verb).output
    let listed = help.matches(of: /\n  (?:-\w, )?(--[a-z-]+)/).map { String($0.1) }
    let expected = try #require(Self.options[verb])
    #expect(Set(listed).subtracting(["--help", "--version"]) == expected)
  }

  @Test(arguments: [
    ["clean", "--jobs"], ["diff", "--jobs"], ["diff", "--remote-cache"], ["program", "--cache"],
    ["why", "--no-color"], ["why", "--jobs"], ["render", "--course"], ["new", "--cache"],
  ])
  func aVerbRejectsOptionsThatItDoesNotUse(arguments: [String]) throws {
    let run = try TestProject([]).run(arguments[0], arguments[1], "x")
    #expect(run.exitCode == 64)
    #expect(run.errors.hasPrefix("Error: Unknown option '\(arguments[1])'"), "\(run.errors)")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionScriptsHaveVerbsAndOptions(shell: String) throws {
    let script = try TestProject([]).run("--generate-completion-script", shell)
    #expect(script.exitCode == 0)
    for word in Self.verbs + ["warnings-as-errors", "port"] {
      #expect(script.output.contains(word), "\(word)")
    }
  }

  /// The start script performs these verbs itself, before it builds the command.
  @Test(arguments: ["test", "benchmark", "manual"])
  func theStartScriptPerformsItsVerbs(verb: String) throws {
    let script = try String(contentsOf: StartScriptTests.script, encoding: .utf8)
    #expect(script.contains("[ \"${1:-}\" = \(verb) ]"))
  }

  @Test func versionNamesTheCommitAndTheCompiler() throws {
    let run = try TestProject([]).run("--version")
    let version =
      /gradus \d+\.\d+\.\d+ \((no commit|commit [0-9a-f]+(-dirty)?), Swift \d+\.\d+(\.\d+)?\)\n/
    #expect(run.exitCode == 0)
    #expect(run.output.wholeMatch(of: version) != nil, "\(run.output)")
  }
}
