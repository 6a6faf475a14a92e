import Foundation
import Laboratory
import Lessons
import Testing

/// Exceeding a limit ends a session, and no other.
struct LimitsTests {
  /// Limits that are low enough for any machine.
  static let limits: Limits = {
    var limits = Limits.session
    limits.output = 1_000_000
    limits.memory = 400_000_000
    limits.fileSize = 3_000_000
    limits.processes = 16
    return limits
  }()

  static let memory = """
    lessons/t.md:9: error: too much memory: a session can use 400 MB
    help: use less at a time: smaller batches, shorter histories
    """

  static let greedy: [(code: String, expected: String)] = [
    (
      "var held: [[Int]] = []\nwhile true { held.append(Array(repeating: 1, count: 100_000)) }",
      memory
    ),
    // The sum of several processes.
    (
      """
      for _ in 0..<4 {
        let child = Process()
        child.executableURL = URL(filePath: "/bin/dd")
        child.arguments = ["if=/dev/zero", "of=/dev/null", "bs=150M", "count=1000", "status=none"]
        try child.run()
      }
      while true { sleep(1) }
      """, memory
    ),
    ("let held = Array(repeating: 1.0, count: 1 << 42)", memory),
    ("let held = Data(count: 1 << 42)", memory),
    ("let held = UnsafeMutableRawPointer.allocate(byteCount: 1 << 45, alignment: 64)", memory),
    ("let held = Tensor.zeros([1 << 20, 1 << 20])", memory),
    (
      "let line = String(repeating: \"a\", count: 1000)\nwhile true { print(line) }",
      """
      lessons/t.md:9: error: too much output: this cell printed more than 1 MB, and a session \
      can print 1 MB in total
      help: print less, such as one line every hundred steps
      """
    ),
    (
      "let data = Data(count: 4_000_000)\ntry data.write(to: URL(filePath: \"file\"))",
      """
      lessons/t.md:9: error: file too large: a session can write files of up to 3 MB
      help: write less, or nothing: pages do not use files that cells write
      """
    ),
    // At most 200 processes.
    (
      """
      for _ in 0..<200 {
        let child = Process()
        child.executableURL = URL(filePath: "/bin/sleep")
        child.arguments = ["1000"]
        try child.run()
      }
      while true { sleep(1) }
      """,
      """
      lessons/t.md:9: error: too many processes: a session can have 16 at a time
      help: wait for a process to end before starting the next
      """
    ),
  ]

  @Test(arguments: greedy) func anExceededLimitIsReportedAtTheCell(
    code: String, expected: String
  ) async throws {
    try await Fixture.withFolder { folder in
      var laboratory = try await Fixture.laboratory(scratch: folder)
      laboratory.options.limits = Self.limits
      let lessons = [
        try Fixture.lesson(Fixture.cells("print(1)", code, "print(2)")),
        try Fixture.lesson(Fixture.cells("print(3)"), file: "lessons/other.md"),
      ]
      let found = await laboratory.run(lessons)
      #expect(found.flatMap(\.faults) == [])
      let errors = found[0].diagnostics.filter { $0.severity == .error }
      #expect(errors.map(\.description) == [expected])
      #expect(found.map(\.isComplete) == [false, true])
      #expect(found[0].records.texts.first == "1\n")
      #expect(found[1].records.texts == ["3\n"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }
  }

  /// The cell that printed most is reported, even if the session ended before the limit was
  /// noticed.
  @Test(arguments: [
    (
      ["let b = 2", "loud(2, .standardOutput)", "let a = 1"],
      "lessons/t.md:14: error: too much output: this cell printed more than 1 MB, and "
        + "a session can print 1 MB in total"
    ),
    (
      ["loud(0.6, .standardOutput)", "loud(0.5, .standardOutput)", "let a = 1"],
      "lessons/t.md:11: error: too much output: this cell printed 0.6 MB, and "
        + "a session can print 1 MB in total"
    ),
    (
      [
        "loud(0.3, .standardOutput)", "loud(0.5, .standardOutput)\nloud(0.21, .standardError)",
        "let a = 1",
      ],
      "lessons/t.md:14: error: too much output: this cell printed 0.7 MB, and "
        + "a session can print 1 MB in total"
    ),
  ])
  func theCellWithMostOutputIsReported(cells: [String], expected: String) async throws {
    var laboratory = try await Fixture.laboratory()
    laboratory.options.limits = Self.limits
    let loud = """
      func loud(_ megabytes: Double, _ stream: FileHandle) {
        stream.write(Data(repeating: 97, count: Int(megabytes * 1_000_000)))
      }
      """
    let body = ([loud] + cells).map { "```{swift}\n\($0)\n```\n" }.joined()
    let found = await laboratory.run([try Fixture.lesson(body)])
    #expect(
      found[0].diagnostics.filter { $0.severity == .error }.map(\.description) == [
        expected + "\nhelp: print less, such as one line every hundred steps"
      ])
  }

  @Test func aSessionCanUseItsLimits() async throws {
    let found = try await Fixture.run(
      Fixture.cells(
        """
        let held = Array(repeating: 1.0, count: 20_000_000)
        try Data(count: 90_000_000).write(to: URL(filePath: "file"))
        print(held.count, String(repeating: "a", count: 1_000_000).count)
        """))
    #expect(found.diagnostics == [])
    #expect(found.records.texts == ["20000000 1000000\n"])
  }
}
