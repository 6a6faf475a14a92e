import Foundation
import Testing
import Yams

/// The GitHub workflow of the repository.
@Suite struct WorkflowTests {
  private func jobs() throws -> Node {
    let file = BrowserScript.root.appending(path: ".github/workflows/pages.yml")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try #require(try Yams.compose(yaml: text)?["jobs"])
  }

  private func steps(of job: String) throws -> [Node] {
    try Array(#require(try jobs()[job]?["steps"]?.sequence))
  }

  @Test func allNeededJobsExist() throws {
    let jobs = try #require(try jobs().mapping)
    #expect(jobs.keys.compactMap(\.string) == ["sessions", "build", "publish"])
    let needs = Array(jobs.values.map { $0["needs"]?.string })
    #expect(needs == [nil, "sessions", "build"])
  }

  @Test func everyStepHasOneCommandOrVersionedAction() throws {
    for job in ["sessions", "build", "publish"] {
      for step in try steps(of: job) {
        let run = step["run"]?.string
        let action = step["uses"]?.string
        #expect((run == nil) != (action == nil))
        #expect(action?.contains(/@v\d+$/) ?? true, "\(action ?? "")")
      }
    }
  }

  /// The matrix lists all shards.
  @Test func allShardsRunAndUploadTheirResults() throws {
    let matrix = try jobs()["sessions"]?["strategy"]?["matrix"]?["shard"]?.sequence
    let shards = try #require(matrix).compactMap(\.int)
    #expect(shards.count > 1 && shards == Array(1...shards.count))
    let sessionSteps = try steps(of: "sessions")
    #expect(
      sessionSteps.compactMap { $0["run"]?.string } == [
        "./gradus build --shard ${{ matrix.shard }}/\(shards.count)"
      ])
    let given = try #require(sessionSteps.last?["with"])
    #expect(given["name"]?.string == "results-${{ matrix.shard }}")
    #expect(given["include-hidden-files"]?.bool == true)
    let taken = try steps(of: "build").first {
      $0["uses"]?.string?.contains("download-artifact") ?? false
    }
    #expect(taken?["with"]?["pattern"]?.string == "results-*")
    #expect(taken?["with"]?["path"]?.string == "lessons/.gradus")
    #expect(taken?["with"]?["path"] == given["path"])
  }

  /// The build job runs even if shards fail, and only a complete site is published.
  @Test func onlyASuccessfulBuildIsPublished() throws {
    let build = try #require(try jobs()["build"])
    #expect(build["if"]?.string == "${{ !cancelled() }}")
    #expect(
      try steps(of: "build").compactMap { $0["run"]?.string } == [
        "./gradus check --format github", "./gradus build", "./gradus test",
      ])
    let condition = try #require(try jobs()["publish"]?["if"]?.string)
    #expect(condition.contains("needs.build.result == 'success'"))
    #expect(condition.contains("github.ref == 'refs/heads/main'"))
  }
}
