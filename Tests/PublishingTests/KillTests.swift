import Foundation
import Testing

@testable import Publishing

/// A build that is killed before any of the steps that publishing takes.
@Suite struct KillTests {
  /// A site of a few pages, of which some stay, some change, and some are only in one edition.
  static func site(_ edition: String) -> [String: String] {
    var files = ["index.html": edition, "style.css": "s", "fonts/a.woff2": "f"]
    for page in 1...4 {
      files["\(edition)-\(page).html"] = edition
      files["\(page).html"] = page == 1 ? "same" : edition
      files["\(edition)/\(page).csv"] = edition
    }
    return files
  }

  static func shelfWithOldSite() throws -> Shelf {
    let shelf = Shelf()
    try shelf.publish(site("old"))
    try shelf.write("output/README.md", "mine")
    try shelf.write("output/old/mine", "mine")
    mkdir(shelf.path + "/output/empty", 0o700)
    return shelf
  }

  /// How many steps it takes to put the new site in the old one's place.
  static func steps(on disk: Disk) throws -> Int {
    let count = Counter()
    try shelfWithOldSite().publish(site("new"), on: disk.stepping { count.next() })
    return count.value
  }

  /// Publishes the new site in a process that is killed before a step.
  private func kill(_ path: String, before step: Int, canExchange: Bool) async {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path, step, canExchange] in
      let disk = canExchange ? Disk() : .withoutExchange
      try Shelf(at: path).publish(KillTests.site("new"), on: disk.killing(before: step))
    }
  }

  @Test func oneSiteOrTheOtherStandsWholeAndTheNextBuildClearsUp() async throws {
    let shelf = try KillTests.shelfWithOldSite()
    let old = try shelf.entries()
    try shelf.publish(KillTests.site("new"))
    let new = try shelf.entries()
    var outcomes: Set<Bool> = []
    let steps = try KillTests.steps(on: Disk())
    #expect(steps > 50)
    for step in 1...steps {
      let shelf = try KillTests.shelfWithOldSite()
      await kill(shelf.path, before: step, canExchange: true)
      let left = try shelf.entries()
      #expect(left == old || left == new, "killed before step \(step)")
      outcomes.insert(left == new)
      try shelf.publish(KillTests.site("new"))
      #expect(try shelf.entries() == new, "killed before step \(step)")
      #expect(shelf.names == ["output"], "killed before step \(step)")
    }
    #expect(outcomes == [true, false])
  }

  @Test func whereFoldersCannotBeExchangedTheNextBuildFinishes() async throws {
    let shelf = try KillTests.shelfWithOldSite()
    try shelf.publish(KillTests.site("new"))
    let new = try shelf.entries()
    let steps = try KillTests.steps(on: .withoutExchange)
    #expect(steps > 50)
    for step in 1...steps {
      let shelf = try KillTests.shelfWithOldSite()
      await kill(shelf.path, before: step, canExchange: false)
      for (name, entry) in try shelf.entries() {
        guard case .file(let text, _) = entry, !name.contains(".gradus-draft") else { continue }
        #expect(["old", "new", "same", "s", "f", "mine"].contains(text), "\(name) is not whole")
      }
      try shelf.publish(KillTests.site("new"), on: .withoutExchange)
      #expect(try shelf.entries() == new, "killed before step \(step)")
      #expect(shelf.names == ["output"], "killed before step \(step)")
    }
  }
}
