import Foundation
import Testing

@testable import Publishing

/// Publishing that is killed before each of its steps.
@Suite struct KillTests {
  /// A site of which some pages stay, some change, and some exist in one version only.
  static func site(_ version: String) -> [String: String] {
    var files = ["index.html": version, "style.css": "s", "fonts/a.woff2": "f"]
    for page in 1...4 {
      files["\(version)-\(page).html"] = version
      files["\(page).html"] = page == 1 ? "same" : version
      files["\(version)/\(page).csv"] = version
    }
    return files
  }

  static func folderWithOldSite() throws -> OutputFolder {
    let folder = try OutputFolder()
    try folder.publish(site("old"))
    try folder.write("output/README.md", "mine")
    try folder.write("output/old/mine", "mine")
    mkdir(folder.path + "/output/empty", 0o700)
    return folder
  }

  /// The number of steps that replace the old site by the new one.
  static func steps(on fileSystem: FileSystem) throws -> Int {
    let count = Counter()
    try folderWithOldSite().publish(site("new"), on: fileSystem.withStepHandler { count.next() })
    return count.value
  }

  /// Publishes the new site in a process that is killed before a step.
  private func kill(_ path: String, before step: Int, canExchange: Bool) async {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path, step, canExchange] in
      let fileSystem = canExchange ? FileSystem() : .withoutExchange
      try OutputFolder(at: path).publish(
        KillTests.site("new"), on: fileSystem.killing(before: step))
    }
  }

  @Test func afterAKillOneCompleteSiteRemainsAndTheNextBuildCleansUp() async throws {
    let folder = try KillTests.folderWithOldSite()
    let old = try folder.entries()
    try folder.publish(KillTests.site("new"))
    let new = try folder.entries()
    var outcomes: Set<Bool> = []
    let steps = try KillTests.steps(on: FileSystem())
    #expect(steps > 50)
    for step in 1...steps {
      let folder = try KillTests.folderWithOldSite()
      await kill(folder.path, before: step, canExchange: true)
      let left = try folder.entries()
      #expect(left == old || left == new, "killed before step \(step)")
      outcomes.insert(left == new)
      try folder.publish(KillTests.site("new"))
      #expect(try folder.entries() == new, "killed before step \(step)")
      #expect(folder.names == ["output"], "killed before step \(step)")
    }
    #expect(outcomes == [true, false])
  }

  @Test func withoutExchangeTheNextBuildCompletesAKilledOne() async throws {
    let folder = try KillTests.folderWithOldSite()
    try folder.publish(KillTests.site("new"))
    let new = try folder.entries()
    let steps = try KillTests.steps(on: .withoutExchange)
    #expect(steps > 50)
    for step in 1...steps {
      let folder = try KillTests.folderWithOldSite()
      await kill(folder.path, before: step, canExchange: false)
      for (name, entry) in try folder.entries() {
        guard case .file(let text, _) = entry, !name.contains(".gradus-draft") else { continue }
        #expect(["old", "new", "same", "s", "f", "mine"].contains(text), "\(name) is incomplete")
      }
      try folder.publish(KillTests.site("new"), on: .withoutExchange)
      #expect(try folder.entries() == new, "killed before step \(step)")
      #expect(folder.names == ["output"], "killed before step \(step)")
    }
  }
}
