import Foundation
import TestSupport
import Testing

/// The supervisor `keeper`: it ends as its program does, and ends all processes when its input
/// closes.
@Suite struct KeeperTests {
  /// The machine as it is, or without namespaces.
  enum Machine: CaseIterable {
    case unrestricted
    case withoutNamespaces
  }

  /// A shell command under the supervisor.
  final class SupervisedCommand {
    let process = Process()
    let input = Pipe()
    let output = Pipe()
    private let folder: TemporaryFolder

    init(
      _ command: String, on machine: Machine, options: [String] = [], isNobody: Bool = false,
      mark: Mark? = nil
    ) throws {
      folder = try TemporaryFolder()
      let keeper = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "keeper").path
      let reports = isNobody ? [] : ["-r", folder.path + "/report"]
      let user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
      let commandLine =
        (isNobody ? user : []) + [keeper] + reports + options + ["/bin/sh", "-c", command]
      let script = """
        for kind in pid net ipc user; do echo 0 >/proc/sys/user/max_${kind}_namespaces; done
        exec "$0" "$@"
        """
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments =
        (machine == .withoutNamespaces ? ["unshare", "--map-root-user", "sh", "-c", script] : [])
        + commandLine + (mark.map { [$0.word] } ?? [])
      process.standardInput = input
      process.standardOutput = output
      try process.run()
    }

    /// The report of the supervisor.
    var report: String { (try? folder.read("report")) ?? "" }

    /// The complete output of the command.
    var text: String {
      get throws {
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
      }
    }

    /// Waits for a line of output.
    func waitForLine() { _ = output.fileHandleForReading.availableData }
  }

  @Test(arguments: Machine.allCases) func itExitsWithTheProgramsCode(machine: Machine) throws {
    let command = try SupervisedCommand("exit 134", on: machine)
    command.process.waitUntilExit()
    #expect(command.process.terminationReason == .exit)
    #expect(command.process.terminationStatus == 134)
  }

  @Test(arguments: Machine.allCases) func itEndsWithTheProgramsSignal(machine: Machine) throws {
    let command = try SupervisedCommand("kill -ABRT $$", on: machine)
    command.process.waitUntilExit()
    #expect(command.process.terminationReason == .uncaughtSignal)
    #expect(command.process.terminationStatus == SIGABRT)
  }

  @Test(arguments: Machine.allCases) func aMissingProgramHasItsOwnExitCode(
    machine: Machine
  ) throws {
    let command = try SupervisedCommand("exec /nowhere 2>/dev/null", on: machine)
    command.process.waitUntilExit()
    #expect(command.process.terminationStatus == 127)
  }

  @Test(arguments: Machine.allCases) func descendantsEndWithTheProgram(
    machine: Machine
  ) throws {
    let mark = Mark()
    let command = try SupervisedCommand(
      "for i in 1 2 3; do (trap '' TERM; setsid sleep $0; sleep $0) & done; sleep 0.1", on: machine,
      mark: mark)
    command.process.waitUntilExit()
    #expect(mark.count == 0)
  }

  @Test(arguments: Machine.allCases) func closingTheInputEndsAllProcesses(machine: Machine) throws {
    let mark = Mark()
    let command = try SupervisedCommand(
      "trap '' TERM HUP; (setsid sleep $0 &); (setsid sh -c 'sleep $0; sleep $0' $0 &); echo; "
        + "sleep $0; sleep $0", on: machine, mark: mark)
    command.waitForLine()
    #expect(mark.count > 0)
    try command.input.fileHandleForWriting.close()
    command.process.waitUntilExit()
    #expect(mark.count == 0)
  }

  /// The kernel's limit does not apply to root; outside a user namespace, it counts other
  /// processes.
  @Test func theKernelLimitsAUsersProcesses() throws {
    let limits = "grep 'Max processes' /proc/self/limits"
    let nobody = try SupervisedCommand(
      limits, on: .unrestricted, options: ["-p", "4"], isNobody: true)
    let root = try SupervisedCommand(limits, on: .unrestricted, options: ["-p", "4"])
    let cap = #/^Max processes +64 +64 /#
    if getuid() == 0 { #expect(try nobody.text.firstMatch(of: cap) != nil) }
    #expect(try (root.text.firstMatch(of: cap) != nil) == (getuid() != 0))
  }

  @Test func unavailableIsolationIsReported() throws {
    let command = try SupervisedCommand("exit 0", on: .withoutNamespaces)
    command.process.waitUntilExit()
    #expect(command.report == "network not isolated\nprocesses not isolated\n")
  }
}
