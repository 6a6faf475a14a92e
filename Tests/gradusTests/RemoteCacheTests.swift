import Foundation
import Testing

/// Checkouts that share results through a remote cache.
@Suite struct RemoteCacheTests {
  /// Four sessions, two of which are equal.
  static let course = [
    ("one", CachedBuildTests.cell), ("two", CachedBuildTests.cell), ("three", BuildTests.good),
  ]

  private func build(
    _ project: TestProject, _ url: String, options: String..., environment: [String: String] = [:]
  ) throws -> TestProject.Run {
    let arguments = (["build", "--remote-cache", url] + options).joined(separator: " ")
    return try project.shell("exec \"$gradus\" \(arguments)", environment: environment)
  }

  private func warnings(_ run: TestProject.Run) -> [String] {
    run.errors.split(separator: "\n").filter { !$0.hasPrefix("output: ") }.map(String.init)
  }

  @Test func aSecondCheckoutRunsNothing() throws {
    let server = try Nginx()
    let first = try TestProject(Self.course)
    let second = try TestProject(Self.course)
    let one = try build(first, server.url)
    #expect(one.exitCode == 0 && warnings(one) == [])
    #expect(one.summary.hasPrefix("ran 3, reused 1, "))
    #expect(try server.files("cas").count == 3)
    #expect(try server.files("ac").count == 6)
    let misses = server.requests("GET", 404).count

    let other = try build(second, server.url)
    #expect(other.exitCode == 0 && warnings(other) == [])
    #expect(other.summary.hasPrefix("reused 4, ") && other.summary.hasSuffix(", fetched 3"))
    #expect(try first.files(in: "output") == second.files(in: "output"))
    let hits = server.requests("GET", 200)
    #expect(hits.count == 6 && Set(hits).count == 6)
    #expect(misses == 3 && server.requests("GET", 404).count == 3)
    // Locally cached runs are not requested again.
    try second.write("lessons/one.md", CachedBuildTests.cell + "More.\n")
    #expect(try build(second, server.url).summary.hasPrefix("reused 4, "))
    #expect(server.requests("GET", 200) == hits)
  }

  @Test func damagedRunsAreReplacedOnTheServer() throws {
    let server = try Nginx()
    _ = try build(try TestProject(Self.course), server.url)
    for file in try server.files("cas") {
      var data = try Data(contentsOf: file)
      data[data.count / 2] ^= 1
      try data.write(to: file)
    }
    let run = try build(try TestProject(Self.course), server.url)
    #expect(run.exitCode == 0)
    #expect(
      warnings(run) == [
        "warning: the remote cache fails: 3 results are damaged and were ignored"
      ])
    #expect(run.summary.hasPrefix("ran 3, "))
    #expect(try build(try TestProject(Self.course), server.url).summary.hasPrefix("reused 4, "))
  }

  /// The runs have the right digests but belong to other keys.
  @Test func runsUnderAWrongKeyAreRejected() throws {
    let server = try Nginx()
    _ = try build(try TestProject(Self.course), server.url)
    let files = try server.files("ac")
    let messages = try files.map { try Data(contentsOf: $0) }
    let different = Array(Set(messages)).sorted { $0.lexicographicallyPrecedes($1) }
    #expect(different.count == 3)
    for (file, message) in zip(files, messages) {
      let place = try #require(different.firstIndex(of: message))
      try different[(place + 1) % 3].write(to: file)
    }
    let run = try build(try TestProject(Self.course), server.url)
    #expect(
      warnings(run) == [
        "warning: the remote cache fails: 3 results are damaged and were ignored"
      ])
    #expect(run.exitCode == 0 && run.summary.hasPrefix("ran 3, "))
  }

  @Test func anUnreachableServerIsOneWarning() throws {
    let project = try TestProject(Self.course)
    let url = "http://127.0.0.1:\(try freePort())"
    let run = try build(project, url)
    #expect(run.exitCode == 0 && run.summary.hasPrefix("ran 3, "))
    #expect(
      warnings(run) == [
        "warning: the remote cache fails: cannot connect: connection refused"
      ])
    // The warning is repeated although nothing has changed, and missing uploads are not forgotten.
    #expect(warnings(try build(project, url)) == warnings(run))
  }

  @Test func failedSessionsAreNotShared() throws {
    let server = try Nginx()
    let trap = lesson("```{swift}\nlet a = [1]\nprint(a[a.count])\n```")
    let wrong = lesson("```{swift}\nlet a: Int = \"\"\n```")
    let claim = BuildTests.good.replacing("atMost: 0.001", with: "atMost: 0.0001")
    let run = try build(
      try TestProject([("one", trap), ("two", wrong), ("three", claim)]), server.url)
    #expect(run.exitCode == 1)
    // A claim that fails is a result: it fails on every machine.
    #expect(try server.files("cas").count == 2)
  }

  @Test func theTokenIsUsedButNeverExposed() throws {
    let server = try Nginx(token: "s3cret")
    let printing = lesson(
      "```{swift}\nprint(ProcessInfo.processInfo.environment.values.sorted())\n```")
    let project = try TestProject([("one", printing)])
    // A compiler on the PATH that records its environment.
    _ = try project.shell(
      """
      mkdir bin; ln -s "$(command -v swift)" bin/swift
      printf '#!/bin/sh\\nenv >> "%s/seen"\\nexec "%s" "$@"\\n' "$PWD" "$(command -v swiftc)" > bin/swiftc
      chmod +x bin/swiftc
      """)
    let closed = try build(project, server.url)
    #expect(closed.exitCode == 0)
    #expect(
      warnings(closed) == [
        "warning: the remote cache fails: GET failed with status 401",
        "help: set GRADUS_REMOTE_CACHE_TOKEN, or GRADUS_REMOTE_CACHE_USER and "
          + "GRADUS_REMOTE_CACHE_PASSWORD",
      ])
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let open = try build(
      project, server.url, options: "--cache", "other",
      environment: [
        "GRADUS_REMOTE_CACHE_TOKEN": "s3cret", "PATH": project.folder.path + "/bin:" + path,
      ])
    #expect(open.exitCode == 0 && warnings(open) == [] && open.summary == "ran 1")
    #expect(try server.files("cas").count == 1)
    #expect(try project.read("seen").contains("PATH="))
    let shared = try server.files("cas").map { try Data(contentsOf: $0) }
    let files = try Array(project.files(in: ".").values) + shared
    #expect(files.count > 10)
    for file in files { #expect(file.firstRange(of: Data("s3cret".utf8)) == nil) }
    #expect(!(open.errors + open.output).contains("s3cret"))
  }

  /// Sessions that see other processes can read their environment.
  @Test func theTokenIsRemovedFromTheEnvironment() throws {
    let server = try Nginx(token: "s3cret")
    let project = try TestProject([
      ("one", lesson("```{swift}\n//| timeout: 3600\nThread.sleep(forTimeInterval: 3600)\n```"))
    ])
    let process = project.process(
      arguments: ["build", "--remote-cache", server.url],
      environment: ["GRADUS_REMOTE_CACHE_TOKEN": "s3cret"])
    process.standardError = nil
    try process.run()
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    // Wait until the token has been used and the session is about to run.
    for _ in 0..<3000 where server.requests("GET", 404).isEmpty { usleep(20_000) }
    #expect(!server.requests("GET", 404).isEmpty)
    let file = FileHandle(forReadingAtPath: "/proc/\(process.processIdentifier)/environ")
    let environment = try #require(try file?.readToEnd())
    #expect(environment.firstRange(of: Data("PATH=".utf8)) != nil)
    #expect(environment.firstRange(of: Data("s3cret".utf8)) == nil)
  }

  @Test func cachedRunsMissingOnTheServerAreUploadedOnce() throws {
    let server = try Nginx()
    let project = try TestProject(Self.course)
    #expect(try project.run("build").summary.hasPrefix("ran 3, "))
    #expect(try build(project, server.url, options: "--remote-cache-read-only").exitCode == 0)
    #expect(server.requests("GET", 404).isEmpty)
    // The lessons are not even read.
    let first = try build(project, server.url)
    #expect(first.exitCode == 0 && warnings(first) == [])
    #expect(first.summary.hasPrefix("reused 4, "))
    #expect(server.requests("GET", 404).count == 3 && server.requests("PUT", 201).count == 9)
    try project.write("lessons/one.md", CachedBuildTests.cell + "More.\n")
    #expect(try build(project, server.url).summary.hasPrefix("reused 4, "))
    #expect(server.requests("GET", 200).isEmpty && server.requests("GET", 404).count == 3)

    // Without the list of uploaded keys it asks again, and uploads nothing twice.
    _ = try project.shell("rm -r lessons/.gradus/shared")
    let shard = try build(project, server.url, options: "--shard", "1/1")
    #expect(shard.exitCode == 0 && shard.summary.hasPrefix("reused 4, "))
    #expect(server.requests("GET", 200).count == 3 && server.requests("PUT", 201).count == 9)
    #expect(try build(try TestProject(Self.course), server.url).summary.hasSuffix(", fetched 3"))
  }

  @Test func theCommandLineOverridesTheCourse() throws {
    let server = try Nginx()
    let project = try TestProject([("one", CachedBuildTests.cell)])
    func configure(_ lines: String) throws {
      try project.write(
        "lessons/course.yml",
        "title: A course\ndescription: Words.\nlessons: [one]\nremote-cache:\n\(lines)")
    }
    try configure("  url: \(server.url)\n  read-only: true\n")
    #expect(try project.run("build", "--cache", "a").exitCode == 0)
    #expect(server.requests("GET", 404).count == 1 && server.requests("PUT", 201).isEmpty)
    try configure("  url: \(server.url)\n")
    #expect(try project.run("check", "--cache", "b", "--remote-cache-read-only").exitCode == 0)
    #expect(try project.run("check", "--cache", "c", "--remote-cache", "off").exitCode == 0)
    #expect(server.requests("GET", 404).count == 2 && server.requests("PUT", 201).isEmpty)
    #expect(try project.run("build", "--cache", "d").exitCode == 0)
    #expect(server.requests("PUT", 201).count == 3)
    try configure("  url: cache.example.org\n")
    let wrong = try project.run("build", "--cache", "d")
    #expect(wrong.exitCode == 1)
    #expect(
      wrong.errors.hasPrefix(
        """
        lessons/course.yml:5: error: the address of the remote cache must begin with 'http://' \
        or 'https://'
        help: for example 'https://cache.example.org/gradus'

        """))
    #expect(try project.run("build", "--remote-cache", "ftp://a.org").exitCode == 64)
  }

  @Test func whyShowsThatOnlyTheMachineDiffers() throws {
    let server = try Nginx()
    _ = try build(try TestProject(Self.course), server.url)
    let project = try TestProject(Self.course)
    func why(_ environment: [String: String] = [:]) throws -> String {
      try project.shell(
        #"exec "$gradus" why --cache "$(mktemp -d -p .)" --remote-cache "# + server.url,
        environment: environment
      ).output
    }
    #expect(try why().hasSuffix("\n0 of 4 sessions would run\n"))
    // OpenBLAS uses this variable, so its kernels can round differently.
    let other = try why(["OPENBLAS_L2_SIZE": "512"])
    #expect(other.hasSuffix("\n4 of 4 sessions would run\n"))
    let reason =
      /stale: has never completed\n       the remote cache has a run from another machine: OpenBLAS kernels: (.*)OPENBLAS_L2_SIZE=512, there (.*)\n/
    #expect(other.firstMatch(of: reason) != nil, "\(other)")
  }
}
