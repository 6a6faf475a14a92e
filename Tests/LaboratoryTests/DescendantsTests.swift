import Foundation
import Laboratory
import Lessons
import Testing

/// Processes that a session starts end with it.
struct DescendantsTests {
  static let commands = [
    "sleep $0", "exec setsid sleep $0", "(setsid sleep $0 &) ; exit 0",
    "trap '' TERM HUP INT; sleep $0; sleep $0",
    "for i in 1 2 3 4 5; do (sleep $0; sleep $0) & done; wait",
  ]

  @Test(arguments: commands) func remainingProcessesAreEnded(command: String) async throws {
    let mark = Mark()
    let found = try await Fixture.run(
      Fixture.cells(mark.start(command), "usleep(100_000)\nprint(\"done\")"))
    #expect(found.diagnostics == [])
    #expect(found.records.texts == ["done\n"])
    #expect(mark.count == 0)
  }

  @Test(arguments: commands) func aTimeoutEndsAllProcesses(command: String) async throws {
    try await Fixture.withFolder { folder in
      let mark = Mark()
      let lesson = try Fixture.lesson(
        Fixture.cells(mark.start(command), "while true {}"), setting: "timeout: 1")
      let found = try await Fixture.laboratory(scratch: folder).run([lesson])[0]
      #expect(
        found.diagnostics.map(\.description) == [
          """
          lessons/t.md:14: error: timeout: the session was still running here after 1 s
          help: do less, or raise the limit with 'timeout: SECONDS' in the front matter
          """
        ])
      #expect(!found.isComplete)
      #expect(mark.count == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }
  }

  @Test func aCrashedChildIsHarmless() async throws {
    let found = try await Fixture.run(
      Fixture.cells(
        """
        import Glibc
        print(system("kill -ILL $$") & 127)
        """))
    #expect(found.diagnostics == [])
    #expect(found.records.texts == ["4\n"])
  }
}
