import Foundation
import Testing

/// What checkouts share through a server, as their authors see it.
@Suite struct RemoteCacheTests {
  /// Four sessions, two of which are the same.
  static let course = [
    ("one", KeptBuildTests.cell), ("two", KeptBuildTests.cell), ("three", BuildTests.good),
  ]

  private func build(
    _ workshop: Workshop, _ url: String, _ more: String..., environment: [String: String] = [:]
  ) throws -> Workshop.Run {
    let options = (["build", "--remote-cache", url] + more).joined(separator: " ")
    return try workshop.shell("exec \"$gradus\" \(options)", environment: environment)
  }

  private func warnings(_ run: Workshop.Run) -> [String] {
    run.errors.split(separator: "\n").filter { !$0.hasPrefix("output: ") }.map(String.init)
  }

  @Test func aSecondCheckoutRunsNothingAndGivesTheSameBytes() throws {
    let server = try Nginx()
    let (first, second) = (try Workshop(Self.course), try Workshop(Self.course))
    let one = try build(first, server.url)
    #expect(one.exitCode == 0 && warnings(one) == [])
    #expect(one.summary.hasPrefix("ran 3, reused 1, "))
    #expect(try server.files("cas").count == 3)
    #expect(try server.files("ac").count == 6)
    let asked = server.asked("GET", 404).count

    let other = try build(second, server.url)
    #expect(other.exitCode == 0 && warnings(other) == [])
    #expect(other.summary.hasPrefix("reused 4, ") && other.summary.hasSuffix(", fetched 3"))
    #expect(try first.files(in: "output") == second.files(in: "output"))
    let got = server.asked("GET", 200)
    #expect(got.count == 6 && Set(got).count == 6)
    #expect(asked == 3 && server.asked("GET", 404).count == 3)
    // What is kept here is asked for no more.
    try second.write("lessons/one.md", KeptBuildTests.cell + "More.\n")
    #expect(try build(second, server.url).summary.hasPrefix("reused 4, "))
    #expect(server.asked("GET", 200) == got)
  }

  @Test func whatIsDamagedOnTheServerIsRunAndPutThereAnew() throws {
    let server = try Nginx()
    _ = try build(try Workshop(Self.course), server.url)
    for file in try server.files("cas") {
      var data = try Data(contentsOf: file)
      data[data.count / 2] ^= 1
      try data.write(to: file)
    }
    let run = try build(try Workshop(Self.course), server.url)
    #expect(run.exitCode == 0)
    #expect(
      warnings(run) == [
        "warning: the remote cache fails: 3 results are damaged and were ignored"
      ])
    #expect(run.summary.hasPrefix("ran 3, "))
    #expect(try build(try Workshop(Self.course), server.url).summary.hasPrefix("reused 4, "))
  }

  /// Whole, with the digest that is named, and still not what the key stands for.
  @Test func aRunOfSomethingElseIsNotTaken() throws {
    let server = try Nginx()
    _ = try build(try Workshop(Self.course), server.url)
    let files = try server.files("ac")
    let messages = try files.map { try Data(contentsOf: $0) }
    let different = Array(Set(messages)).sorted { $0.lexicographicallyPrecedes($1) }
    #expect(different.count == 3)
    for (file, message) in zip(files, messages) {
      let place = try #require(different.firstIndex(of: message))
      try different[(place + 1) % 3].write(to: file)
    }
    let run = try build(try Workshop(Self.course), server.url)
    #expect(
      warnings(run) == [
        "warning: the remote cache fails: 3 results are damaged and were ignored"
      ])
    #expect(run.exitCode == 0 && run.summary.hasPrefix("ran 3, "))
  }

  @Test func aServerThatIsNotThereIsOneWarning() throws {
    let workshop = try Workshop(Self.course)
    let url = "http://127.0.0.1:\(try freePort())"
    let run = try build(workshop, url)
    #expect(run.exitCode == 0 && run.summary.hasPrefix("ran 3, "))
    #expect(
      warnings(run) == [
        "warning: the remote cache fails: cannot connect: connection refused"
      ])
    // It is said again though nothing has changed, and what could not be put there is not forgotten.
    #expect(warnings(try build(workshop, url)) == warnings(run))
  }

  @Test func whatFailsIsNotShared() throws {
    let server = try Nginx()
    let trap = lesson("```{swift}\nlet a = [1]\nprint(a[a.count])\n```")
    let wrong = lesson("```{swift}\nlet a: Int = \"\"\n```")
    let claim = BuildTests.good.replacing("atMost: 0.001", with: "atMost: 0.0001")
    let run = try build(
      try Workshop([("one", trap), ("two", wrong), ("three", claim)]), server.url)
    #expect(run.exitCode == 1)
    // A claim that fails is a result: it fails on every machine.
    #expect(try server.files("cas").count == 2)
  }

  @Test func aTokenOpensTheDoorAndIsToldToNobody() throws {
    let server = try Nginx(token: "s3cret")
    let nosy = lesson(
      "```{swift}\nprint(ProcessInfo.processInfo.environment.values.sorted())\n```")
    let workshop = try Workshop([("one", nosy)])
    // A compiler that tells what it was given; it stands where the real one is looked for.
    _ = try workshop.shell(
      """
      mkdir bin; ln -s "$(command -v swift)" bin/swift
      printf '#!/bin/sh\\nenv >> "%s/seen"\\nexec "%s" "$@"\\n' "$PWD" "$(command -v swiftc)" > bin/swiftc
      chmod +x bin/swiftc
      """)
    let closed = try build(workshop, server.url)
    #expect(closed.exitCode == 0)
    #expect(
      warnings(closed) == [
        "warning: the remote cache fails: GET failed with status 401",
        "help: set GRADUS_REMOTE_CACHE_TOKEN, or GRADUS_REMOTE_CACHE_USER and "
          + "GRADUS_REMOTE_CACHE_PASSWORD",
      ])
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let open = try build(
      workshop, server.url, "--cache", "other",
      environment: [
        "GRADUS_REMOTE_CACHE_TOKEN": "s3cret", "PATH": workshop.folder.path + "/bin:" + path,
      ])
    #expect(open.exitCode == 0 && warnings(open) == [] && open.summary == "ran 1")
    #expect(try server.files("cas").count == 1)
    #expect(try workshop.read("seen").contains("PATH="))
    let shared = try server.files("cas").map { try Data(contentsOf: $0) }
    let files = try Array(workshop.files(in: ".").values) + shared
    #expect(files.count > 10)
    for file in files { #expect(file.firstRange(of: Data("s3cret".utf8)) == nil) }
    #expect(!(open.errors + open.output).contains("s3cret"))
  }

  /// Where sessions see other processes, they see with what those were started.
  @Test func aBuildThatRunsHasNoTokenInItsEnvironment() throws {
    let server = try Nginx(token: "s3cret")
    let workshop = try Workshop([
      ("one", lesson("```{swift}\n//| timeout: 3600\nThread.sleep(forTimeInterval: 3600)\n```"))
    ])
    let process = workshop.process(
      arguments: ["build", "--remote-cache", server.url],
      environment: ["GRADUS_REMOTE_CACHE_TOKEN": "s3cret"])
    process.standardError = nil
    try process.run()
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    // Until the door has been opened with it, and the session is about to run.
    for _ in 0..<3000 where server.asked("GET", 404).isEmpty { usleep(20_000) }
    #expect(!server.asked("GET", 404).isEmpty)
    let file = FileHandle(forReadingAtPath: "/proc/\(process.processIdentifier)/environ")
    let environment = try #require(try file?.readToEnd())
    #expect(environment.firstRange(of: Data("PATH=".utf8)) != nil)
    #expect(environment.firstRange(of: Data("s3cret".utf8)) == nil)
  }

  @Test func whatIsKeptHereAndMissingThereIsPutThereOnce() throws {
    let server = try Nginx()
    let workshop = try Workshop(Self.course)
    #expect(try workshop.run("build").summary.hasPrefix("ran 3, "))
    #expect(try build(workshop, server.url, "--remote-cache-read-only").exitCode == 0)
    #expect(server.asked("GET", 404).isEmpty)
    // Their lessons are not even read.
    let first = try build(workshop, server.url)
    #expect(first.exitCode == 0 && warnings(first) == [])
    #expect(first.summary.hasPrefix("reused 4, "))
    #expect(server.asked("GET", 404).count == 3 && server.asked("PUT", 201).count == 9)
    try workshop.write("lessons/one.md", KeptBuildTests.cell + "More.\n")
    #expect(try build(workshop, server.url).summary.hasPrefix("reused 4, "))
    #expect(server.asked("GET", 200).isEmpty && server.asked("GET", 404).count == 3)

    // Whoever does not know what is there asks, and puts nothing twice.
    _ = try workshop.shell("rm -r lessons/.gradus/shared")
    let shard = try build(workshop, server.url, "--shard", "1/1")
    #expect(shard.exitCode == 0 && shard.summary.hasPrefix("reused 4, "))
    #expect(server.asked("GET", 200).count == 3 && server.asked("PUT", 201).count == 9)
    #expect(try build(try Workshop(Self.course), server.url).summary.hasSuffix(", fetched 3"))
  }

  @Test func theCourseMayNameAServerAndTheCommandLineAnother() throws {
    let server = try Nginx()
    let workshop = try Workshop([("one", KeptBuildTests.cell)])
    func say(_ lines: String) throws {
      try workshop.write(
        "lessons/course.yml",
        "title: A course\ndescription: Words.\nlessons: [one]\nremote-cache:\n\(lines)")
    }
    try say("  url: \(server.url)\n  read-only: true\n")
    #expect(try workshop.run("build", "--cache", "a").exitCode == 0)
    #expect(server.asked("GET", 404).count == 1 && server.asked("PUT", 201).isEmpty)
    try say("  url: \(server.url)\n")
    #expect(try workshop.run("check", "--cache", "b", "--remote-cache-read-only").exitCode == 0)
    #expect(try workshop.run("check", "--cache", "c", "--remote-cache", "off").exitCode == 0)
    #expect(server.asked("GET", 404).count == 2 && server.asked("PUT", 201).isEmpty)
    #expect(try workshop.run("build", "--cache", "d").exitCode == 0)
    #expect(server.asked("PUT", 201).count == 3)
    try say("  url: cache.example.org\n")
    let wrong = try workshop.run("build", "--cache", "d")
    #expect(wrong.exitCode == 1)
    #expect(
      wrong.errors.hasPrefix(
        """
        lessons/course.yml:5: error: the address of the remote cache must begin with 'http://' \
        or 'https://'
        help: for example 'https://cache.example.org/gradus'

        """))
    #expect(try workshop.run("build", "--remote-cache", "ftp://a.org").exitCode == 64)
  }

  @Test func whySaysThatAnotherMachineIsOfAnotherKind() throws {
    let server = try Nginx()
    _ = try build(try Workshop(Self.course), server.url)
    let workshop = try Workshop(Self.course)
    func why(_ environment: [String: String] = [:]) throws -> String {
      try workshop.shell(
        #"exec "$gradus" why --cache "$(mktemp -d -p .)" --remote-cache "# + server.url,
        environment: environment
      ).output
    }
    #expect(try why().hasSuffix("\n0 of 4 sessions would run\n"))
    // OpenBLAS listens to it, so its kernels may round in another way.
    let other = try why(["OPENBLAS_L2_SIZE": "512"])
    #expect(other.hasSuffix("\n4 of 4 sessions would run\n"))
    let reason =
      /stale: has never completed\n       the remote cache has a run from another machine: OpenBLAS kernels: (.*)OPENBLAS_L2_SIZE=512, there (.*)\n/
    #expect(other.firstMatch(of: reason) != nil, "\(other)")
  }
}
