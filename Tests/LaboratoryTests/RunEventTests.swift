import Foundation
import Laboratory
import Records
import Synchronization
import Testing

/// Events while sessions run.
struct RunEventTests {
  /// The events, in their order.
  private final class Log: Sendable {
    private let events = Mutex<[RunEvent]>([])
    var all: [RunEvent] { events.withLock { $0 } }
    func note(_ event: RunEvent) { events.withLock { $0.append(event) } }
  }

  @Test func cellsAndStepsAreReported() async throws {
    try await Fixture.withFolder { folder in
      // The cell continues after the event for its step.
      let wait = """
        func wait(for name: String) {
          while !FileManager.default.fileExists(atPath: "\(folder)/\\(name)") { usleep(1000) }
        }
        """
      let lesson = try Fixture.lesson(
        Fixture.cells(wait, "progress(3, of: 10)\nwait(for: \"step\")", "wait(for: \"cell\")"),
        setting: "timeout: 3600")
      let subject = RunEvent.SessionID(file: "lessons/t.md")
      let step = RunEvent.progressed(
        subject, RunEvent.Position(line: 11, step: RunEvent.Step(3, of: 10)))
      let cell = RunEvent.progressed(subject, RunEvent.Position(line: 15))
      let log = Log()
      let found = try await Fixture.laboratory().run([lesson]) { event in
        log.note(event)
        let name = event == step ? "step" : event == cell ? "cell" : nil
        if let name {
          #expect(FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil))
        }
      }
      #expect(found[0].diagnostics == [])
      let events = log.all
      #expect(events.first == .started(subject, expected: nil))
      #expect(events.last == .finished(subject, succeeded: true))
      let (first, second) = (events.firstIndex(of: step), events.firstIndex(of: cell))
      #expect(try #require(first) < #require(second))
    }
  }

  @Test(arguments: ["let a: Int = \"s\"", "fatalError()"])
  func failuresAreReported(code: String) async throws {
    let log = Log()
    let lesson = try Fixture.lesson(Fixture.cell("session: other", code))
    _ = try await Fixture.laboratory().run([lesson]) { log.note($0) }
    let subject = RunEvent.SessionID(file: "lessons/t.md", session: "other")
    #expect(log.all.first == .started(subject, expected: nil))
    #expect(log.all.last == .finished(subject, succeeded: false))
  }

  @Test func progressAtEveryStepIsCheap() async throws {
    var laboratory = try await Fixture.laboratory()
    // Without throttling, the records would take 35 MB.
    laboratory.options.limits.fileSize = 1_000_000
    let lesson = try Fixture.lesson(
      Fixture.cells("for step in 1...1_000_000 { progress(step, of: 1_000_000) }\nprint(1)"))
    let found = await laboratory.run([lesson])[0]
    #expect(found.diagnostics == [])
    #expect(found.records.texts == ["1\n"])
    let steps = found.records.filter { record in
      if case .progress = record { true } else { false }
    }
    #expect(steps == [])
  }
}
