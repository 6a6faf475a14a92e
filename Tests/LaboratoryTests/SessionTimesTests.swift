import Foundation
import Laboratory
import Lessons
import Testing

@Suite struct SessionTimesTests {
  private func read(_ text: String) async throws -> (times: SessionTimes, problems: [String]) {
    try await Fixture.withFolder { folder in
      try Data(text.utf8).write(to: URL(filePath: folder + "/times.tsv"))
      var diagnostics: [Diagnostic] = []
      let times = SessionTimes(ofCourse: folder, &diagnostics)
      return (times, diagnostics.map { $0.description.replacing(folder, with: "lessons") })
    }
  }

  @Test func aLineIsSecondsLessonAndSession() async throws {
    let text = """
      # seconds, lesson, session: written by 'gradus why --times', read by '--shard'
      0.4\t01-chain
      37.0\t14-depth
      19.5\t14-depth\tresnet

      """
    let (times, problems) = try await read(text)
    #expect(problems == [])
    #expect(times.text == text)
    let lesson = try Fixture.lesson("Words.", file: "lessons/14-depth.md")
    #expect(times.load(of: "", in: lesson) == 370)
    #expect(times.load(of: "resnet", in: lesson) == 195)
    // An unknown session has the median weight.
    #expect(times.load(of: "new", in: lesson) == 195)
    #expect(try await read("").times == SessionTimes())
    #expect(SessionTimes().load(of: "", in: lesson) == 1)
  }

  @Test func namesCanContainTabsAndLineEnds() async throws {
    let lesson = try Fixture.lesson("Words.", file: "lessons/50% a\tb\nc.md")
    let (times, problems) = try await read("7.0\t50%25 a%09b%0Ac\n")
    #expect(problems == [])
    #expect(times.load(of: "", in: lesson) == 70)
    #expect(times.text.hasSuffix("\n7.0\t50%25 a%09b%0Ac\n"))
  }

  @Test func everySessionHasAWeight() async throws {
    let lesson = try Fixture.lesson("Words.", file: "lessons/a.md")
    #expect(try await read("0\ta").times.load(of: "", in: lesson) == 1)
    #expect(try await read("0.049\ta\r\n").times.load(of: "", in: lesson) == 1)
  }

  @Test(arguments: ["a", "a\t1", "1\t", "-1\ta", "nan\ta", "1e9\ta", "1\ta\tb\tc", "<<<<<<< HEAD"])
  func anInvalidLineIsReported(line: String) async throws {
    let (times, problems) = try await read("1.0\ta\n\(line)\n2.0\tb\n")
    #expect(times.text.hasSuffix("\n1.0\ta\n2.0\tb\n"))
    #expect(
      problems == [
        """
        lessons/times.tsv:2: error: invalid line: expected seconds, lesson and session, separated by tabs
        help: 'gradus why --times' creates the file
        """
      ])
  }

  @Test func lastRunsGiveTheTimes() async throws {
    try await TestCourse.with { course in
      let lesson = try course.lesson(
        Fixture.cells("print(1)") + Fixture.cell("session: other", "print(2)"))
      #expect(SessionTimes(ofLastRunsOf: [lesson], in: course.cache) == SessionTimes())
      _ = try await course.run(lesson)
      let times = SessionTimes(ofLastRunsOf: [lesson], in: course.cache)
      let lines = times.text.split(separator: "\n").dropFirst()
      #expect(lines.map { $0.drop { $0 != "\t" } } == ["\tt", "\tt\tother"])
      try course.write("lessons/times.tsv", times.text)
      var diagnostics: [Diagnostic] = []
      #expect(SessionTimes(ofCourse: course.folder + "/lessons", &diagnostics) == times)
      #expect(diagnostics == [])
    }
  }
}
