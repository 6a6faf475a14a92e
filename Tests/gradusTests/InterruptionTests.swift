import Foundation
import Testing

/// A build that is interrupted or killed while a session runs or is compiled.
@Suite struct InterruptionTests {
  /// What a test leaves alone until a build is where it should be.
  enum Stage: CaseIterable {
    /// The compiler runs.
    case compiling
    /// The lesson's program runs, with a child that left its session.
    case running
  }

  /// A workshop whose builds have a folder for temporary files of their own.
  private struct Site {
    let workshop: Workshop
    let process: Process
    let temporary: URL
    let log: URL

    init() throws {
      workshop = try Workshop([
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
      temporary = workshop.folder.appending(path: "temporary")
      log = workshop.folder.appending(path: "log")
      try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
      try workshop.write("output/guest.txt", "Here before.")
      try Data().write(to: log)
      process = workshop.process(arguments: ["build"], environment: ["TMPDIR": temporary.path])
      process.standardError = try FileHandle(forWritingTo: log)
    }

    /// Starts the build and waits until it is at a stage.
    func start(until stage: Stage) throws {
      try process.run()
      while process.isRunning {
        switch stage {
        case .compiling: if processes.contains(where: { $0.contains("swift-frontend") }) { return }
        case .running:
          // Others come and go there while one looks.
          let files = (try? workshop.files(in: "temporary")) ?? [:]
          if files.keys.contains(where: { $0.hasSuffix("/running") }) { return }
        }
        usleep(2000)
      }
    }

    /// The command lines of the build's descendants: the folder is in their arguments, or their
    /// environment.
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

    /// Whether all descendants end by themselves; how long that takes, nobody promises.
    func waitForSilence() -> Bool {
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
    let site = try Site()
    try site.start(until: stage)
    kill(site.process.processIdentifier, signal)
    site.process.waitUntilExit()
    #expect(site.processes == [])
    #expect(site.process.terminationReason == .exit)
    #expect(site.process.terminationStatus == 130)
    #expect(try String(contentsOf: site.log, encoding: .utf8) == "error: interrupted\n")
    #expect(try site.leftovers() == [])
    #expect(try site.workshop.files(in: "output").keys.sorted() == ["guest.txt"])
  }

  @Test(arguments: Stage.allCases)
  func nothingOutlivesABuildThatIsKilled(stage: Stage) throws {
    let site = try Site()
    try site.start(until: stage)
    kill(site.process.processIdentifier, SIGKILL)
    site.process.waitUntilExit()
    #expect(site.waitForSilence())
    #expect(try site.workshop.files(in: "output").keys.sorted() == ["guest.txt"])
    // What it left is removed by the next build.
    #expect(try site.leftovers().count == 1)
    try site.workshop.write("lessons/one.md", lesson("```{swift}\nprint(1)\n```"))
    let next = try site.workshop.run("build", environment: ["TMPDIR": site.temporary.path])
    #expect(next.exitCode == 0)
    #expect(try site.leftovers() == [])
  }
}
