import Foundation
import Glibc
import Laboratory
import Lessons
import Records
import Testing

struct RunnerTests {
  @Test func cellsHaveAMinimalEnvironmentAndAnEmptyFolder() async throws {
    let found = try await Fixture.run(
      Fixture.cells(
        """
        let environment = ProcessInfo.processInfo.environment
        for name in environment.keys.sorted() where !name.hasPrefix("OPENBLAS_") { print(name) }
        """,
        """
        for name in ["PATH", "LANG", "TZ", "OPENBLAS_NUM_THREADS", "SWIFT_DETERMINISTIC_HASHING"] {
          print(environment[name]!)
        }
        """,
        """
        let folder = FileManager.default.currentDirectoryPath
        print(environment["HOME"]! == folder, environment["TMPDIR"]! == folder)
        print(try FileManager.default.contentsOfDirectory(atPath: folder))
        print(readLine() as Any)
        """))
    #expect(found.diagnostics == [])
    #expect(
      found.records.texts == [
        "GRADUS_RECORDS\nHOME\nLANG\nPATH\nSWIFT_BACKTRACE\nSWIFT_DETERMINISTIC_HASHING\nTMPDIR\nTZ\n",
        "/usr/bin:/bin\nC.UTF-8\nUTC\n1\n1\n",
        "true true\n[]\nnil\n",
      ])
  }

  @Test func outputBelongsToTheCellThatPrintedIt() async throws {
    let found = try await Fixture.run(
      Fixture.cells("print(\"é\")\nputs(\"c\")", "let a = 1", "print(\"no end\", terminator: \"\")")
    )
    #expect(found.records.texts == ["é\nc\n", "no end"])
    #expect(found.records.contains(.output(cell: 2, text: "no end")))
  }

  @Test(arguments: [
    (
      Fixture.cells("let a = [1]\nfunc f(_ i: Int) -> Int {\n  a[i]\n}")
        + "> ```{swift}\n> _ = [1].map { f($0 + 5) }\n> ```",
      """
      lessons/t.md:9:4: error: trap: Index out of range
      help: called from line 13
      """
    ),
    (
      Fixture.cells("precondition(1 > 2, \"one\\ntwo\")"),
      "lessons/t.md:7:1: error: trap: precondition failed: one two"
    ),
    (
      Fixture.cells("let n = Int(\"x\")") + "So `{swift} n!`.",
      "lessons/t.md:9: error: trap: Unexpectedly found nil while unwrapping an Optional value"
    ),
    // The backtrace does not reach the lesson: the cell's fence.
    (
      Fixture.cells("let a = 1", "_ = (a as Any) as! String"),
      "lessons/t.md:9: error: trap: Could not cast value of type 'Swift.Int' to 'Swift.String'."
    ),
    (
      Fixture.cells("struct E: Error {}\nfunc f() throws { throw E() }", "try f()"),
      "lessons/t.md:10: error: uncaught error: E()"
    ),
    (
      Fixture.cells("func f() -> Int { later[0] }", "_ = f()", "let later = [1]"),
      """
      lessons/t.md:10:5: error: crash: invalid memory access
      help: check for a variable that is used before the cell that declares it has run
      """
    ),
    (
      Fixture.cells("func f(_ n: Int) -> Int { n == -1 ? 0 : 1 + f(n + 1) }", "_ = f(0)"),
      """
      lessons/t.md:7: error: crash: stack overflow
      help: check for a function that calls itself endlessly
      """
    ),
    (Fixture.cells("let a = 1", "abort()"), "lessons/t.md:9: error: crash: signal 6"),
    (
      Fixture.cells("kill(getpid(), SIGKILL)"),
      """
      lessons/t.md:6: error: the program was killed
      help: the machine may be out of memory
      """
    ),
    (
      Fixture.cells("let a = 1", "if a == 1 { exit(3) }", "print(a)"),
      """
      lessons/t.md:9: error: the program exits here with code 3, before the end of the session
      help: remove the call of 'exit'
      """
    ),
    (
      Fixture.cells("let a = 1", "atexit { _exit(4) }"),
      "lessons/t.md:9: error: the session ran to its end and then failed with exit code 4"
    ),
    (
      Fixture.cells("_cell(7)", "let a = 1"),
      """
      lessons/t.md:9: error: the session's cells did not run in order; this is the first out of order
      help: names that begin with '_' may be Gradus's own
      """
    ),
    (
      Fixture.cells(
        "print(1)", "let line = String(repeating: \"a\", count: 1000)\nwhile true { print(line) }"),
      """
      lessons/t.md:9: error: too much output: this cell printed more than 10 MB, and a session \
      can print 10 MB in total
      help: print less, such as one line every hundred steps
      """
    ),
  ])
  func failuresAreReportedAtTheirPlaces(body: String, expected: String) async throws {
    let problems = try await Fixture.problems(body)
    #expect(problems.filter { !$0.contains(": warning: ") } == [expected])
  }

  @Test func cellsCannotUseTheNetwork() async throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        #expect(bind(listener, address, size) == 0)
        #expect(getsockname(listener, address, &size) == 0)
      }
    }
    #expect(listen(listener, 1) == 0)
    let connect = """
      import Glibc
      let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = \(address.sin_port)
      address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
      let answer = withUnsafePointer(to: address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
          connect(connection, address, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      print(answer, errno == ENETUNREACH)
      """
    let found = try await Fixture.run(Fixture.cells(connect))
    #expect(found.diagnostics == [])
    #expect(found.records.texts == ["-1 true\n"])
  }

  @Test func theScratchFolderIsAlwaysRemoved() async throws {
    try await Fixture.withFolder { folder in
      let laboratory = try await Fixture.laboratory(scratch: folder)
      let lessons = try ["print(1)", "fatalError()", "let a: Int = \"s\""].map {
        try Fixture.lesson(Fixture.cells($0))
      }
      let found = await laboratory.run(lessons)
      #expect(found.map(\.isComplete) == [true, false, false])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }
  }

  @Test func anUnwritableFolderIsAFaultOfTheMachine() async throws {
    let laboratory = try await Fixture.laboratory(scratch: "/nowhere")
    let found = try await laboratory.run([Fixture.lesson(Fixture.cells("print(1)"))])[0]
    #expect(
      found.faults.map(\.description) == [
        "error: '/nowhere' cannot be written: No such file or directory"
      ])
  }

  @Test func unreadableRecordsAreOurFault() async throws {
    let found = try await Fixture.run(
      Fixture.cells(
        """
        let records = ProcessInfo.processInfo.environment["GRADUS_RECORDS"]!
        try "no record\\n".write(toFile: records, atomically: false, encoding: .utf8)
        """))
    #expect(found.faults.map(\.kind) == [.ours])
    #expect(
      found.faults.map(\.description) == [
        "error: cannot read the records of the program of 'lessons/t.md'"
      ])
  }
}

extension [Record] {
  /// The output of the cells.
  var texts: [String] {
    compactMap { record in
      if case .output(_, let text) = record { text } else { nil }
    }
  }
}
