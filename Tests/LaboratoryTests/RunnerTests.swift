import Foundation
import Glibc
import Laboratory
import Lessons
import Records
import Testing

struct RunnerTests {
  @Test func aCellSeesAnEnvironmentOfItsOwnAndAnEmptyFolder() async throws {
    let found = try await Bench.run(
      Bench.cells(
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

  @Test func whatIsPrintedBelongsToTheCellThatPrintedIt() async throws {
    let found = try await Bench.run(
      Bench.cells("print(\"é\")\nputs(\"c\")", "let a = 1", "print(\"no end\", terminator: \"\")"))
    #expect(found.records.texts == ["é\nc\n", "no end"])
    #expect(found.records.contains(.output(cell: 2, text: "no end")))
  }

  @Test(arguments: [
    (
      Bench.cells("let a = [1]\nfunc f(_ i: Int) -> Int {\n  a[i]\n}")
        + "> ```{swift}\n> _ = [1].map { f($0 + 5) }\n> ```",
      """
      lessons/t.md:9:4: error: trap: Index out of range
      help: called from line 13
      """
    ),
    (
      Bench.cells("precondition(1 > 2, \"one\\ntwo\")"),
      "lessons/t.md:7:1: error: trap: precondition failed: one two"
    ),
    (
      Bench.cells("let n = Int(\"x\")") + "So `{swift} n!`.",
      "lessons/t.md:9: error: trap: Unexpectedly found nil while unwrapping an Optional value"
    ),
    // The backtrace does not reach the lesson: the cell's fence.
    (
      Bench.cells("let a = 1", "_ = (a as Any) as! String"),
      "lessons/t.md:9: error: trap: Could not cast value of type 'Swift.Int' to 'Swift.String'."
    ),
    (
      Bench.cells("struct E: Error {}\nfunc f() throws { throw E() }", "try f()"),
      "lessons/t.md:10: error: an error that nothing catches: E()"
    ),
    (
      Bench.cells("func f() -> Int { later[0] }", "_ = f()", "let later = [1]"),
      """
      lessons/t.md:10:5: error: crash: memory is used where there is none
      help: is a variable read before the cell that makes it has run?
      """
    ),
    (
      Bench.cells("func f(_ n: Int) -> Int { n == -1 ? 0 : 1 + f(n + 1) }", "_ = f(0)"),
      """
      lessons/t.md:7: error: crash: the stack is used up
      help: does a function call itself without end?
      """
    ),
    (Bench.cells("let a = 1", "abort()"), "lessons/t.md:9: error: crash: signal 6"),
    (
      Bench.cells("kill(getpid(), SIGKILL)"),
      """
      lessons/t.md:6: error: the program was killed from outside
      help: is there enough memory?
      """
    ),
    (
      Bench.cells("let a = 1", "if a == 1 { exit(3) }", "print(a)"),
      """
      lessons/t.md:9: error: the program ends here, with exit code 3, before the session's last line
      help: a cell must not call exit
      """
    ),
    (
      Bench.cells("let a = 1", "atexit { _exit(4) }"),
      "lessons/t.md:9: error: the session came to its end and then failed with exit code 4"
    ),
    (
      Bench.cells("_cell(7)", "let a = 1"),
      """
      lessons/t.md:9: error: the session's cells did not run in their order: this is the first out of turn
      help: a name that begins with '_' may be one of Gradus's own
      """
    ),
    (
      Bench.cells(
        "print(1)", "let line = String(repeating: \"a\", count: 1000)\nwhile true { print(line) }"),
      """
      lessons/t.md:9: error: too much output: this cell printed more than the 10 MB that a session \
      may print in all
      help: print less, as one line every hundred steps
      """
    ),
  ])
  func aProgramThatFailsIsReportedAtItsPlace(body: String, expected: String) async throws {
    let problems = try await Bench.problems(body)
    #expect(problems.filter { !$0.contains(": warning: ") } == [expected])
  }

  @Test func aCellReachesNoNetwork() async throws {
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
    let found = try await Bench.run(Bench.cells(connect))
    #expect(found.diagnostics == [])
    #expect(found.records.texts == ["-1 true\n"])
  }

  @Test func theFolderIsRemovedHoweverTheProgramEnds() async throws {
    try await Bench.withFolder { folder in
      let laboratory = try await Bench.laboratory(scratch: folder)
      let lessons = try ["print(1)", "fatalError()", "let a: Int = \"s\""].map {
        try Bench.lesson(Bench.cells($0))
      }
      let found = await laboratory.run(lessons)
      #expect(found.map(\.isComplete) == [true, false, false])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }
  }

  @Test func aFolderThatCannotBeWrittenIsAFaultOfTheMachine() async throws {
    let laboratory = try await Bench.laboratory(scratch: "/nowhere")
    let found = try await laboratory.run([Bench.lesson(Bench.cells("print(1)"))])[0]
    #expect(
      found.faults.map(\.description) == [
        "error: '/nowhere' cannot be written: No such file or directory"
      ])
  }

  @Test func recordsThatCannotBeReadAreOurFault() async throws {
    let found = try await Bench.run(
      Bench.cells(
        """
        let records = ProcessInfo.processInfo.environment["GRADUS_RECORDS"]!
        try "no record\\n".write(toFile: records, atomically: false, encoding: .utf8)
        """))
    #expect(found.faults.map(\.kind) == [.ours])
    #expect(
      found.faults.map(\.description) == [
        "error: what the program of 'lessons/t.md' recorded cannot be read"
      ])
  }
}

extension [Record] {
  /// What the cells printed.
  var texts: [String] {
    compactMap { record in
      if case .output(_, let text) = record { text } else { nil }
    }
  }
}
