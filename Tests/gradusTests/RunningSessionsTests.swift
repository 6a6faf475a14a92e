import Laboratory
import Testing
import gradus

/// The log lines of long sessions.
@Suite struct RunningSessionsTests {
  @Test func aRunningSessionIsReportedEveryHalfMinute() {
    let start = ContinuousClock.now
    let subject = RunEvent.SessionID(file: "lessons/one.md", session: "other")
    var sessions = RunningSessions()
    func note(_ event: RunEvent, at second: Double) -> String? {
      sessions.note(event, at: start + .seconds(second))
    }
    func lines(at second: Double) -> [String] {
      sessions.overdueLines(at: start + .seconds(second))
    }
    #expect(note(.started(subject, expected: 90), at: 0) == nil)
    #expect(lines(at: 29.9) == [])
    #expect(lines(at: 30) == ["lessons/one.md (other): still running after 30 s, compiling"])
    #expect(lines(at: 30) == [])
    #expect(note(.progressed(subject, .init(line: 7, step: .init(3, of: 999))), at: 40) == nil)
    #expect(lines(at: 59.9) == [])
    #expect(
      lines(at: 60) == [
        "lessons/one.md:7 (other): still running after 60 s, step 3 of 999, 30 s left"
      ])
    #expect(note(.progressed(subject, .init(line: 7, step: .init(453, of: 999))), at: 70) == nil)
    #expect(
      lines(at: 90) == [
        "lessons/one.md:7 (other): still running after 90 s, step 453 of 999, 9.0 steps/s"
      ])
    #expect(
      note(.finished(subject, succeeded: true), at: 91) == "lessons/one.md (other): ran in 91 s")
    #expect(lines(at: 200) == [])
  }

  @Test func sessionsAreReportedIndependently() {
    let start = ContinuousClock.now
    var sessions = RunningSessions()
    let subjects = ["a.md", "b.md"].map { RunEvent.SessionID(file: $0) }
    for (number, subject) in subjects.enumerated() {
      _ = sessions.note(.started(subject, expected: nil), at: start + .seconds(number * 10))
    }
    let lines = [30, 35, 40, 60].map { sessions.overdueLines(at: start + .seconds($0)) }
    #expect(
      lines == [
        ["a.md: still running after 30 s, compiling"], [],
        ["b.md: still running after 30 s, compiling"],
        ["a.md: still running after 60 s, compiling"],
      ])
  }
}
