import Foundation
import GeneratedCourses
import Testing

/// Shards that run as concurrent processes.
@Suite struct ShardTests {
  private func project(lessons: Int, programs: Int) throws -> TestProject {
    let project = try TestProject([])
    try GeneratedCourse(lessons: lessons, programs: programs, seed: 5)
      .write(to: project.folder.appending(path: "lessons").path)
    return project
  }

  /// Runs all shards at once; returns how many sessions they report as run.
  private func shards(
    _ count: Int, _ project: TestProject, _ options: (Int) -> [String]
  ) throws -> Int {
    let logs = (1...count).map { project.folder.appending(path: "log-\($0)") }
    let processes = try zip(1..., logs).map { number, log in
      try Data().write(to: log)
      let shard = ["build", "--jobs", "1", "--shard", "\(number)/\(count)"]
      let process = project.process(arguments: shard + options(number))
      process.standardError = try FileHandle(forWritingTo: log)
      try process.run()
      return process
    }
    for process in processes { process.waitUntilExit() }
    #expect(processes.map(\.terminationStatus) == Array(repeating: 0, count: count))
    let lines = try logs.flatMap {
      try String(contentsOf: $0, encoding: .utf8).split(separator: "\n")
    }
    #expect(lines.count { $0.hasSuffix(" sessions done; no site written") } == count)
    return lines.compactMap { $0.firstMatch(of: /^ran (\d+)/) }.compactMap { Int($0.1) }
      .reduce(0, +)
  }

  @Test func fourShardsGiveTheSiteOfOneBuild() throws {
    let project = try project(lessons: 14, programs: 11)
    #expect(try project.run("build", "--output", "one", "--cache", "a").exitCode == 0)

    #expect(try shards(4, project) { _ in ["--cache", "b", "--output", "four"] } == 11)
    #expect(try project.files(in: "four").isEmpty)
    let last = try project.run("build", "--output", "four", "--cache", "b")
    #expect(last.exitCode == 0 && last.summary.hasPrefix("reused 14, "))
    #expect(try project.files(in: "four") == project.files(in: "one"))

    let server = try Nginx()
    let remote = ["--remote-cache", server.url]
    #expect(try shards(4, project) { ["--cache", "c\($0)"] + remote } == 11)
    // Caches can be copied into each other.
    _ = try project.shell("mkdir e; for k in 1 2 3 4; do cp -r c$k/. e; done")
    let merged = try project.run("build", "--output", "six", "--cache", "e")
    #expect(merged.exitCode == 0 && merged.summary.hasPrefix("reused 14, "))
    #expect(try project.files(in: "six") == project.files(in: "one"))

    let elsewhere = try project.run(
      "build", "--output", "five", "--cache", "d", "--remote-cache", server.url)
    #expect(elsewhere.exitCode == 0 && elsewhere.summary.hasPrefix("reused 14, "))
    #expect(elsewhere.summary.hasSuffix(", fetched 11"))
    #expect(try project.files(in: "five") == project.files(in: "one"))
  }

  /// The number of different programs in the two hundred lessons: `GRADUS_SHARD_PROGRAMS`, by default
  /// few, since each takes a while to compile.
  static let programs =
    ProcessInfo.processInfo.environment["GRADUS_SHARD_PROGRAMS"].flatMap { Int($0) } ?? 6

  @Test func fourShardsOfTwoHundredLessonsGiveTheSiteOfOneBuild() throws {
    let project = try project(lessons: 200, programs: Self.programs)
    #expect(try project.run("build", "--output", "one", "--cache", "a").exitCode == 0)
    // Typesetting takes longest and does not depend on shards.
    _ = try project.shell("mkdir b; cp -r a/typesetting b")
    #expect(try shards(4, project) { _ in ["--cache", "b"] } == Self.programs)
    let last = try project.run("build", "--output", "four", "--cache", "b")
    #expect(last.exitCode == 0 && last.summary.hasPrefix("reused 200, "))
    #expect(try project.files(in: "four") == project.files(in: "one"))
  }

  /// The times come from `times.tsv` in the course, which the author commits.
  @Test func aLongSessionGetsItsOwnShard() throws {
    let names = ["one", "two", "three", "four"]
    let cells = names.enumerated().map { number, name in
      (name, lesson("```{swift}\nprint(\(number))\n```"))
    }
    let project = try TestProject(cells)
    #expect(try project.run("build").summary == "ran 4")
    let times = try project.run("why", "--times")
    #expect(times.exitCode == 0)
    #expect(times.output.split(separator: "\n").count == 5)
    let long = times.output.replacing(/\d+\.\d\tthree/, with: "99.0\tthree")
    try project.write("lessons/times.tsv", long)
    #expect(
      try project.run("build", "--shard", "1/2", "--cache", "new").errors
        == "shard 1/2: 1 of 4 sessions done; no site written\n")
    #expect(
      try project.run("build", "--shard", "2/2", "--cache", "new").errors
        == "shard 2/2: 3 of 4 sessions done; no site written\n")
    #expect(try project.run("build", "--cache", "new").summary.hasPrefix("reused 4, "))
    try project.write("lessons/times.tsv", "soon\n")
    let wrong = try project.run("build", "--shard", "1/2")
    #expect(wrong.exitCode == 1)
    #expect(wrong.errors.contains("lessons/times.tsv:1: error: invalid line: "))
    #expect(try project.run("why", "--times", "one").exitCode == 64)
  }

  @Test func aShardReportsErrorsOfItsOwnSessions() throws {
    let project = try TestProject([
      ("one", lesson("```{swift}\nlet a: Int = x\n```")), ("two", CachedBuildTests.cell),
    ])
    let one = try project.run("build", "--shard", "1/2")
    let two = try project.run("build", "--shard", "2/2")
    #expect(one.exitCode == 1 && one.errors.contains("lessons/one.md:6:14: error: "))
    #expect(
      two
        == TestProject.Run(
          exitCode: 0, output: "",
          errors: "shard 2/2: 1 of 2 sessions done; no site written\n"))
    #expect(two.summary == "ran 1")
    #expect(try project.run("build", "--shard", "2/2").summary.hasPrefix("reused 1, "))
    let json = try project.run("build", "--shard", "1/2", "--json").output
    #expect(json.hasPrefix("{\"code\":\"compile\"") && json.hasSuffix("}\n"))
    try project.write("lessons/three.md", lesson("Words."))
    let strict = try project.run("build", "--shard", "2/2", "--warnings-as-errors")
    #expect(strict.exitCode == 1)
    #expect(strict.errors.hasPrefix("lessons/three.md:1: error: the course does not list"))
  }

  @Test(arguments: ["3/2", "0/2", "two"]) func invalidShardsAreRejected(shard: String) throws {
    let run = try TestProject([("one", CachedBuildTests.cell)]).run("build", "--shard", shard)
    #expect(run.exitCode == 64)
    #expect(
      run.errors.hasPrefix(
        """
        Error: The value '\(shard)' is invalid for '--shard <k/n>': expected K/N with K from 1 to \
        N, such as 2/4

        """))
  }

  @Test func aShardCannotBeCombinedWithLessons() throws {
    let run = try TestProject([("one", CachedBuildTests.cell)]).run(
      "build", "one", "--shard", "1/2")
    #expect(run.exitCode == 64)
    #expect(
      run.errors.hasPrefix(
        "Error: --shard applies to the whole course and cannot be combined with lesson names"))
  }
}
