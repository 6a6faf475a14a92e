import Foundation
import Testing

/// The program that keeps others: it ends as they do, and they end as its leash is let go.
@Suite struct KeeperTests {
  /// What the machine permits: namespaces as it is, or none at all.
  enum Machine: CaseIterable {
    case asItIs
    case strict
  }

  /// A shell's command under a keeper.
  final class Kept {
    let process = Process()
    let leash = Pipe()
    let output = Pipe()
    let folder = FileManager.default.temporaryDirectory.appending(path: "keeper-\(UUID())")

    init(
      _ command: String, on machine: Machine, options: [String] = [], isNobody: Bool = false,
      mark: Mark? = nil
    ) throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let keeper = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "keeper").path
      let reports = isNobody ? [] : ["-r", folder.path + "/report"]
      let user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
      let order =
        (isNobody ? user : []) + [keeper] + reports + options + ["/bin/sh", "-c", command]
      let strictly = """
        for kind in pid net ipc user; do echo 0 >/proc/sys/user/max_${kind}_namespaces; done
        exec "$0" "$@"
        """
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments =
        (machine == .strict ? ["unshare", "--map-root-user", "sh", "-c", strictly] : [])
        + order + (mark.map { [$0.word] } ?? [])
      process.standardInput = leash
      process.standardOutput = output
      try process.run()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What the keeper could not do.
    var report: String {
      (try? String(contentsOf: folder.appending(path: "report"), encoding: .utf8)) ?? ""
    }

    /// All that the command prints, to its end.
    var said: String {
      get throws {
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
      }
    }

    /// Waits for a line that the command prints.
    func waitForLine() { _ = output.fileHandleForReading.availableData }
  }

  @Test(arguments: Machine.allCases) func itEndsWithTheProgramsCode(machine: Machine) throws {
    let kept = try Kept("exit 134", on: machine)
    kept.process.waitUntilExit()
    #expect(kept.process.terminationReason == .exit)
    #expect(kept.process.terminationStatus == 134)
  }

  @Test(arguments: Machine.allCases) func itEndsByTheProgramsSignal(machine: Machine) throws {
    let kept = try Kept("kill -ABRT $$", on: machine)
    kept.process.waitUntilExit()
    #expect(kept.process.terminationReason == .uncaughtSignal)
    #expect(kept.process.terminationStatus == SIGABRT)
  }

  @Test(arguments: Machine.allCases) func aProgramThatIsNotThereHasACodeOfItsOwn(
    machine: Machine
  ) throws {
    let kept = try Kept("exec /nowhere 2>/dev/null", on: machine)
    kept.process.waitUntilExit()
    #expect(kept.process.terminationStatus == 127)
  }

  @Test(arguments: Machine.allCases) func whenTheProgramEndsAllItsDescendantsDo(
    machine: Machine
  ) throws {
    let mark = Mark()
    let kept = try Kept(
      "for i in 1 2 3; do (trap '' TERM; setsid sleep $0; sleep $0) & done; sleep 0.1", on: machine,
      mark: mark)
    kept.process.waitUntilExit()
    #expect(mark.count == 0)
  }

  @Test(arguments: Machine.allCases) func whenTheLeashIsLetGoAllEnd(machine: Machine) throws {
    let mark = Mark()
    let kept = try Kept(
      "trap '' TERM HUP; (setsid sleep $0 &); (setsid sh -c 'sleep $0; sleep $0' $0 &); echo; "
        + "sleep $0; sleep $0", on: machine, mark: mark)
    kept.waitForLine()
    #expect(mark.count > 0)
    try kept.leash.fileHandleForWriting.close()
    kept.process.waitUntilExit()
    #expect(mark.count == 0)
  }

  /// The kernel's own cap; root is above it, and outside a user namespace it would count others.
  @Test func aUsersProcessesAreCappedByTheKernel() throws {
    let limits = "grep 'Max processes' /proc/self/limits"
    let nobody = try Kept(limits, on: .asItIs, options: ["-p", "4"], isNobody: true)
    let root = try Kept(limits, on: .asItIs, options: ["-p", "4"])
    let cap = #/^Max processes +64 +64 /#
    if getuid() == 0 { #expect(try nobody.said.firstMatch(of: cap) != nil) }
    #expect(try (root.said.firstMatch(of: cap) != nil) == (getuid() != 0))
  }

  @Test func whatTheMachineForbidsIsReported() throws {
    let kept = try Kept("exit 0", on: .strict)
    kept.process.waitUntilExit()
    #expect(kept.report == "open network\nopen processes\n")
  }
}
