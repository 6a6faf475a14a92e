import Laboratory
import Testing

struct CrashTests {
  /// The output of swift-backtrace after a program's own output.
  func trace(_ heading: String, _ frames: [String]) -> String {
    "\n*** Signal 4: Backtracing from 0x7fc5... done ***\n\n*** \(heading) ***\n\n"
      + frames.joined(separator: "\n") + "\n...\n"
  }

  @Test func framesOfTheLessonAreListedInnermostFirst() {
    let crash = Crash(
      signal: 4,
      errors: "Swift/Array.swift:692: Fatal error: Index out of range\n"
        + trace(
          "Program crashed: Illegal instruction at 0x00",
          [
            "  0               0x00007fc5 _assertionFailure(_:_:file:line:flags:) + 623 in libswiftCore.so",
            "  3 [ra]          0x00005655 f(_:) + 52 in lesson at lessons/a.md:11:28",
            "  4 [ra] [system] 0x00005656 Collection.map<A, B>(_:) + 991 in t at //<compiler-generated>",
            "  5 [ra]          0x00005657 g(_:) at other/a.md:1 + 52 in lesson at lessons/a.md:9",
            "  6 [ra]          0x00005658 main + 247 in lesson at xlessons/a.md:21:13",
          ]), file: "lessons/a.md")
    #expect(crash.cause == .trap("Index out of range"))
    #expect(crash.frames.map(\.line) == [11, 9])
    #expect(crash.frames.map(\.column) == [28, nil])
  }

  @Test func aLessonWithoutAFolderMatchesAnyFolder() {
    let frames = [
      "  3 [ra] 0x0 main + 52 in lesson at /tmp/x/a.md:7:1", "  4 [ra] 0x0 f at b.md:9",
    ]
    let crash = Crash(signal: 4, errors: trace("crashed", frames), file: "a.md")
    #expect(crash.frames.map(\.line) == [7])
  }

  @Test(arguments: [
    ("a.md:3: Fatal error\n", "fatal error"),
    ("a.md:3: Fatal error: \n", "fatal error"),
    ("a.md:3: Precondition failed\n", "precondition failed"),
    ("a.md:3: Precondition failed: one\ntwo\n", "precondition failed: one two"),
    ("a.md:3: Assertion failed: one\n", "assertion failed: one"),
    ("mine\na.md:3: Fatal error: shapes 2×3 and 4×1\n", "shapes 2×3 and 4×1"),
  ])
  func trapMessagesAreOneLine(output: String, message: String) {
    for end in ["", trace("Program crashed: Illegal instruction at 0x00", [])] {
      #expect(Crash(signal: 4, errors: output + end, file: "a.md").cause == .trap(message))
    }
  }

  @Test(arguments: [
    (4, "", "Swift runtime failure: arithmetic overflow", Crash.Cause.trap("arithmetic overflow")),
    (4, "mine\n", "Program crashed: Illegal instruction at 0x00", .signal(4)),
    (
      4, "S/E.swift:254: Fatal error: Error raised at top level: Lesson.E(n: 1)\n",
      "Program crashed: Illegal instruction at 0x00", .uncaught("E(n: 1)")
    ),
    (6, "mine\nno cast 'A' (0x7f59) to 'B' (0x7f5a).\n", "", .trap("no cast 'A' to 'B'.")),
    (6, "", "Program crashed: Aborted at 0x00", .signal(6)),
    (11, "mine\n", "Program crashed: Bad pointer dereference at 0x10", .badPointer),
    (7, "", "Program crashed", .badPointer),
  ])
  func theCauseIsThatOfTheRuntime(signal: Int, output: String, heading: String, cause: Crash.Cause)
  {
    #expect(Crash(signal: signal, errors: output + trace(heading, []), file: "a.md").cause == cause)
  }

  @Test(arguments: [(31, Crash.Cause.badPointer), (130_998, .stackOverflow)])
  func thousandsOfFramesAreAStackOverflow(depth: Int, cause: Crash.Cause) {
    let frames = [
      "     0      0x5 f(_:) + 8 in t at a.md:10", "\(depth) [ra] 0x5 f(_:) in t at a.md:10",
    ]
    #expect(Crash(signal: 11, errors: trace("crashed", frames), file: "a.md").cause == cause)
  }
}
