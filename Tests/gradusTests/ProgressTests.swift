import Foundation
import TestSupport
import Testing

/// The progress of a build on terminals and in pipes.
@Suite struct ProgressTests {
  /// A lesson that reports a step and waits until a file exists.
  static func waiting(for file: URL) -> String {
    lesson(
      """
      ```{swift}
      progress(3, of: 10)
      while !FileManager.default.fileExists(atPath: "\(file.path)") { usleep(1000) }
      fatalError("at the end")
      ```
      """)
  }

  private static func show(
    columns: Int = 80, arguments: [String] = ["check"], environment: [String: String] = [:],
    until text: String, then act: (Process, PseudoTerminal) -> Void = { _, _ in }
  ) throws -> (terminal: PseudoTerminal, process: Process) {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let go = folder.url.appending(path: "go")
    let project = try TestProject([("one", waiting(for: go))])
    let terminal = try PseudoTerminal(columns: columns)
    let process = project.process(
      arguments: arguments,
      environment: ["TERM": "xterm", "NO_COLOR": ""].merging(environment) { $1 })
    process.standardError = terminal.end
    try process.run()
    terminal.read(until: text)
    act(process, terminal)
    try folder.write("go", "")
    process.waitUntilExit()
    terminal.readToEnd()
    return (terminal, process)
  }

  static let messages = ["lessons/one.md:8:1: error: trap: at the end", "1 error", "ran 1"]

  @Test func aTerminalShowsProgressAndClearsIt() throws {
    let (terminal, process) = try Self.show(until: "step 3 of 10")
    #expect(process.terminationStatus == 1)
    #expect(terminal.received.contains("lessons/one.md  \u{1B}[2mcompiling\u{1B}[0m\r\n"))
    #expect(terminal.received.contains("lessons/one.md:5  \u{1B}[2mstep 3 of 10"))
    #expect(terminal.screen == Self.messages)
    #expect(!terminal.received.contains("\u{1B}[?25l"))
  }

  @Test(arguments: [(["check", "--no-color"], [:]), (["check"], ["NO_COLOR": "1"])])
  func coloursCanBeDisabled(arguments: [String], environment: [String: String]) throws {
    let (terminal, _) = try Self.show(
      arguments: arguments, environment: environment, until: "step 3 of 10"
    )
    #expect(terminal.received.contains("lessons/one.md:5  step 3 of 10"))
    #expect(!terminal.received.contains("\u{1B}[2m"))
    #expect(terminal.screen == Self.messages)
  }

  @Test func linesAreCutToTheTerminal() throws {
    let (terminal, _) = try Self.show(columns: 24, until: "step…")
    #expect(terminal.received.contains("lessons/one.md:5  \u{1B}[2mstep…"))
    #expect(terminal.wraps == Self.messages[0].count / 24)
  }

  @Test func aTerminalCanBecomeNarrower() throws {
    let (terminal, _) = try Self.show(until: "step 3 of 10") { _, terminal in
      terminal.resize(columns: 24)
      terminal.read(until: "step…")
    }
    #expect(terminal.received.contains("lessons/one.md:5  \u{1B}[2mstep…"))
  }

  @Test func aDumbTerminalGetsPlainLines() throws {
    let folder = try TemporaryFolder(["go": ""])
    defer { withExtendedLifetime(folder) {} }
    let go = folder.url.appending(path: "go")
    let project = try TestProject([("one", Self.waiting(for: go))])
    let terminal = try PseudoTerminal(columns: 80)
    let process = project.process(arguments: ["check"], environment: ["TERM": "dumb"])
    process.standardError = terminal.end
    try process.run()
    process.waitUntilExit()
    terminal.readToEnd()
    #expect(!terminal.received.contains("\u{1B}"))
  }

  @Test(arguments: [("sleep(2)", "ran in"), ("sleep(2)\nfatalError()", "failed after")])
  func longSessionsAreReportedInAPipe(code: String, text: String) throws {
    let project = try TestProject([("one", lesson("```{swift}\n\(code)\n```"))])
    let run = try project.shell("$gradus check 2>log; cat log")
    let lines = run.output.split(separator: "\n")
    #expect(
      try lines.contains { line in
        try Regex("lessons/one\\.md: \(text) ([2-9]\\.\\d|\\d{2,}) s").wholeMatch(in: line) != nil
      })
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func missingIsolationIsNotedOnce() throws {
    let project = try TestProject([
      ("one", lesson("```{swift}\nlet a = 1\n```")), ("two", lesson("```{swift}\nlet a = 1\n```")),
    ])
    let forbid = """
      for kind in pid net ipc user; do echo 0 >/proc/sys/user/max_${kind}_namespaces; done
      $gradus check
      """
    let run = try project.shell(forbid, through: ["unshare", "--map-root-user"])
    #expect(run.exitCode == 0)
    #expect(
      run.errors == """
        note: this machine cannot isolate sessions from the network
        note: this machine cannot isolate sessions from other processes
        lessons: no problems found

        """)
  }

  @Test func ctrlCLeavesACleanTerminal() throws {
    let (terminal, process) = try Self.show(until: "step 3 of 10") { process, _ in
      kill(process.processIdentifier, SIGINT)
    }
    #expect(process.terminationStatus == 130)
    #expect(terminal.screen == ["error: interrupted"])
  }
}
