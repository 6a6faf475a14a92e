import Foundation
import Testing

/// Builds that are interrupted or killed while a session is compiled or run.
@Suite struct InterruptionTests {
  /// The stage at which a build is interrupted.
  enum Stage: CaseIterable {
    /// The compiler is running.
    case compiling
    /// The lesson's program is running, with a child process in a session of its own.
    case running
  }

  /// A build with its own folder for temporary files.
  private struct Build {
    let project: TestProject
    let process: Process
    let temporary: URL
    let log: URL

    init() throws {
      project = try TestProject([
        (
          "one",
          lesson(
            """
            ```{swift}
            let child = Process()
            child.executableURL = URL(filePath: "/bin/sh")
            child.arguments = ["-c", "trap '' TERM INT HUP; setsid sleep 1000; sleep 1000"]
            try child.run()
            signal(SIGTERM, SIG_IGN)
            FileManager.default.createFile(atPath: "running", contents: nil)
            while true { sleep(1) }
            ```
            """)
        )
      ])
      temporary = project.folder.appending(path: "temporary")
      log = project.folder.appending(path: "log")
      try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
      try project.write("output/guest.txt", "Here before.")
      try Data().write(to: log)
      process = project.process(arguments: ["build"], environment: ["TMPDIR": temporary.path])
      process.standardError = try FileHandle(forWritingTo: log)
    }

    /// Starts the build and waits until it reaches a stage.
    func start(until stage: Stage) throws {
      try process.run()
      while process.isRunning {
        switch stage {
        case .compiling: if processes.contains(where: { $0.contains("swift-frontend") }) { return }
        case .running:
          // Files can disappear during the enumeration.
          let files = (try? project.files(in: "temporary")) ?? [:]
          if files.keys.contains(where: { $0.hasSuffix("/running") }) { return }
        }
        usleep(2000)
      }
    }

    /// The command lines of the build's descendants, found by the temporary folder in their arguments
    /// or environment.
    var processes: [String] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.compactMap { name in
        guard let number = pid_t(name), number != process.processIdentifier else { return nil }
        let texts = ["cmdline", "environ"].map { file in
          String(
            decoding: FileManager.default.contents(atPath: "/proc/\(name)/\(file)") ?? Data(),
            as: UTF8.self)
        }
        return texts.joined().contains(temporary.path) ? texts[0] : nil
      }
    }

    /// Waits until all descendants have ended; returns false after 20 seconds.
    func waitForDescendants() -> Bool {
      for _ in 0..<2000 {
        if processes.isEmpty { return true }
        usleep(10_000)
      }
      return false
    }

    func leftovers() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: temporary.path)
    }
  }

  @Test(arguments: Stage.allCases, [SIGINT, SIGTERM])
  func aSignalEndsTheBuildCleanly(stage: Stage, signal: Int32) throws {
    let build = try Build()
    try build.start(until: stage)
    kill(build.process.processIdentifier, signal)
    build.process.waitUntilExit()
    #expect(build.processes == [])
    #expect(build.process.terminationReason == .exit)
    #expect(build.process.terminationStatus == 130)
    #expect(try String(contentsOf: build.log, encoding: .utf8) == "error: interrupted\n")
    #expect(try build.leftovers() == [])
    #expect(try build.project.files(in: "output").keys.sorted() == ["guest.txt"])
  }

  @Test(arguments: Stage.allCases)
  func noProcessOutlivesAKilledBuild(stage: Stage) throws {
    let build = try Build()
    try build.start(until: stage)
    kill(build.process.processIdentifier, SIGKILL)
    build.process.waitUntilExit()
    #expect(build.waitForDescendants())
    #expect(try build.project.files(in: "output").keys.sorted() == ["guest.txt"])
    // The next build removes its leftovers.
    #expect(try build.leftovers().count == 1)
    try build.project.write("lessons/one.md", lesson("```{swift}\nprint(1)\n```"))
    let next = try build.project.run("build", environment: ["TMPDIR": build.temporary.path])
    #expect(next.exitCode == 0)
    #expect(try build.leftovers() == [])
  }
}
