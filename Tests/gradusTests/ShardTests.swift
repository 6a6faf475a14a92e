import Foundation
import GeneratedCourses
import Testing

/// Shards as processes, side by side.
@Suite struct ShardTests {
  private func workshop(lessons: Int, programs: Int) throws -> Workshop {
    let workshop = try Workshop([])
    try GeneratedCourse(lessons: lessons, programs: programs, seed: 5)
      .write(to: workshop.folder.appending(path: "lessons").path)
    return workshop
  }

  /// Runs all shards at once; how many sessions they ran, by what they said.
  private func shards(
    _ count: Int, _ workshop: Workshop, _ options: (Int) -> [String]
  ) throws -> Int {
    let files = (1...count).map { workshop.folder.appending(path: "said-\($0)") }
    let processes = try zip(1..., files).map { number, file in
      try Data().write(to: file)
      let shard = ["build", "--jobs", "1", "--shard", "\(number)/\(count)"]
      let process = workshop.process(arguments: shard + options(number))
      process.standardError = try FileHandle(forWritingTo: file)
      try process.run()
      return process
    }
    for process in processes { process.waitUntilExit() }
    #expect(processes.map(\.terminationStatus) == Array(repeating: 0, count: count))
    let said = try files.flatMap {
      try String(contentsOf: $0, encoding: .utf8).split(separator: "\n")
    }
    #expect(said.count { $0.hasSuffix(" sessions are done; no site is written") } == count)
    return said.compactMap { $0.firstMatch(of: /^ran (\d+)/) }.compactMap { Int($0.1) }
      .reduce(0, +)
  }

  @Test func fourShardsGiveTheBytesOfOneBuildAndRunNothingTwice() throws {
    let workshop = try workshop(lessons: 14, programs: 11)
    #expect(try workshop.run("build", "--output", "one", "--cache", "a").exitCode == 0)

    #expect(try shards(4, workshop) { _ in ["--cache", "b", "--output", "four"] } == 11)
    #expect(try workshop.files(in: "four").isEmpty)
    let last = try workshop.run("build", "--output", "four", "--cache", "b")
    #expect(last.exitCode == 0 && last.summary.hasPrefix("reused 14, "))
    #expect(try workshop.files(in: "four") == workshop.files(in: "one"))

    let server = try Nginx()
    let remote = ["--remote-cache", server.url]
    #expect(try shards(4, workshop) { ["--cache", "c\($0)"] + remote } == 11)
    // Caches may be copied into each other.
    _ = try workshop.shell("mkdir e; for k in 1 2 3 4; do cp -r c$k/. e; done")
    let merged = try workshop.run("build", "--output", "six", "--cache", "e")
    #expect(merged.exitCode == 0 && merged.summary.hasPrefix("reused 14, "))
    #expect(try workshop.files(in: "six") == workshop.files(in: "one"))

    let elsewhere = try workshop.run(
      "build", "--output", "five", "--cache", "d", "--remote-cache", server.url)
    #expect(elsewhere.exitCode == 0 && elsewhere.summary.hasPrefix("reused 14, "))
    #expect(elsewhere.summary.hasSuffix(", fetched 11"))
    #expect(try workshop.files(in: "five") == workshop.files(in: "one"))
  }

  /// How many of the two hundred lessons' programs are different: `GRADUS_SHARD_PROGRAMS`, few
  /// without it, since each takes a while to compile.
  static let programs =
    ProcessInfo.processInfo.environment["GRADUS_SHARD_PROGRAMS"].flatMap { Int($0) } ?? 6

  @Test func fourShardsOfTwoHundredLessonsGiveTheBytesOfOneBuild() throws {
    let workshop = try workshop(lessons: 200, programs: Self.programs)
    #expect(try workshop.run("build", "--output", "one", "--cache", "a").exitCode == 0)
    // Setting formulas is no matter of shards, and takes longest.
    _ = try workshop.shell("mkdir b; cp -r a/typesetting b")
    #expect(try shards(4, workshop) { _ in ["--cache", "b"] } == Self.programs)
    let last = try workshop.run("build", "--output", "four", "--cache", "b")
    #expect(last.exitCode == 0 && last.summary.hasPrefix("reused 200, "))
    #expect(try workshop.files(in: "four") == workshop.files(in: "one"))
  }

  /// The times are the author's, in a file of the course.
  @Test func aSessionThatTakesLongHasAShareOfItsOwn() throws {
    let names = ["one", "two", "three", "four"]
    let cells = names.enumerated().map { number, name in
      (name, lesson("```{swift}\nprint(\(number))\n```"))
    }
    let workshop = try Workshop(cells)
    #expect(try workshop.run("build").summary == "ran 4")
    let times = try workshop.run("why", "--times")
    #expect(times.exitCode == 0)
    #expect(times.output.split(separator: "\n").count == 5)
    let long = times.output.replacing(/\d+\.\d\tthree/, with: "99.0\tthree")
    try workshop.write("lessons/times.tsv", long)
    #expect(
      try workshop.run("build", "--shard", "1/2", "--cache", "new").errors
        == "shard 1/2: 1 of 4 sessions are done; no site is written\n")
    #expect(
      try workshop.run("build", "--shard", "2/2", "--cache", "new").errors
        == "shard 2/2: 3 of 4 sessions are done; no site is written\n")
    #expect(try workshop.run("build", "--cache", "new").summary.hasPrefix("reused 4, "))
    try workshop.write("lessons/times.tsv", "soon\n")
    let wrong = try workshop.run("build", "--shard", "1/2")
    #expect(wrong.exitCode == 1 && wrong.errors.contains("lessons/times.tsv:1: error: a line is"))
    #expect(try workshop.run("why", "--times", "one").exitCode == 64)
  }

  @Test func aShardSaysWhatIsWrongWithItsOwnSessions() throws {
    let workshop = try Workshop([
      ("one", lesson("```{swift}\nlet a: Int = x\n```")), ("two", KeptBuildTests.cell),
    ])
    let (one, two) = (
      try workshop.run("build", "--shard", "1/2"), try workshop.run("build", "--shard", "2/2")
    )
    #expect(one.exitCode == 1 && one.errors.contains("lessons/one.md:6:14: error: "))
    #expect(
      two
        == Workshop.Run(
          exitCode: 0, output: "",
          errors: "shard 2/2: 1 of 2 sessions are done; no site is written\n"))
    #expect(two.summary == "ran 1")
    #expect(try workshop.run("build", "--shard", "2/2").summary.hasPrefix("reused 1, "))
    let told = try workshop.run("build", "--shard", "1/2", "--json").output
    #expect(told.hasPrefix("{\"code\":\"compile\"") && told.hasSuffix("}\n"))
    try workshop.write("lessons/three.md", lesson("Words."))
    let strict = try workshop.run("build", "--shard", "2/2", "--warnings-as-errors")
    #expect(strict.exitCode == 1)
    #expect(strict.errors.hasPrefix("lessons/three.md:1: error: the course does not list"))
  }

  @Test(arguments: ["3/2", "0/2", "two"]) func whatIsNoShareIsRefused(shard: String) throws {
    let run = try Workshop([("one", KeptBuildTests.cell)]).run("build", "--shard", shard)
    #expect(run.exitCode == 64)
    #expect(
      run.errors.hasPrefix(
        """
        Error: The value '\(shard)' is invalid for '--shard <k/n>': a share is written K/N, such as \
        2/4, with K from 1 to N

        """))
  }

  @Test func aShardIsOfTheWholeCourse() throws {
    let run = try Workshop([("one", KeptBuildTests.cell)]).run("build", "one", "--shard", "1/2")
    #expect(run.exitCode == 64)
    #expect(
      run.errors.hasPrefix("Error: --shard shares out the whole course; name no lessons with it"))
  }
}
