import Foundation
import Testing

@testable import Publishing

@Suite struct PublicationTests {
  let shelf = Shelf()

  @Test func aSiteTakesItsPlaceWithItsList() throws {
    let outcome = try shelf.publish(["index.html": "i", "one/a.csv": "a"], to: "deep/output")
    #expect(outcome == Publication.Outcome(written: 2))
    #expect(
      try shelf.entries(in: "deep/output") == [
        "index.html": .file("i", mode: 0o644), "one": .folder(mode: 0o755),
        "one/a.csv": .file("a", mode: 0o644),
      ])
    #expect(shelf.read("deep/output/.gradus-files") == "index.html\none/a.csv\n")
  }

  @Test(arguments: [Disk(), .withoutExchange])
  func filesOfAnyNameAreRememberedAsOurs(_ disk: Disk) throws {
    let names = ["line\nend.csv", "50%.csv", "%0A.csv", "%250A", "back\\slash", " ", "\"q\""]
    let site = Dictionary(uniqueKeysWithValues: names.map { ("one/\($0)", $0) })
    try shelf.publish(site.merging(["a.html": "a"]) { $1 }, on: disk)
    #expect(try shelf.publish(site.merging(["a.html": "b"]) { $1 }, on: disk).written == 1)
    #expect(try shelf.publish(["a.html": "b"], on: disk).removed == names.count)
    #expect(try shelf.entries() == ["a.html": .file("b", mode: 0o644)])
  }

  @Test func modesDoNotDependOnTheUmask() async throws {
    await #expect(processExitsWith: .success) { [path = shelf.path as String] in
      umask(0o077)
      try Shelf(at: path).publish(["one/a.csv": "a"])
    }
    #expect(
      try shelf.entries() == ["one": .folder(mode: 0o755), "one/a.csv": .file("a", mode: 0o644)])
  }

  @Test func theSameSiteAgainChangesNothing() throws {
    try shelf.publish(["index.html": "i"])
    let steps = Counter()
    let outcome = try shelf.publish(["index.html": "i"], on: Disk().stepping { steps.next() })
    #expect(outcome == Publication.Outcome())
    #expect(steps.value == 0)
  }

  @Test func whatHasNotChangedIsNotWrittenAgain() throws {
    try shelf.publish(["index.html": "i", "one.html": "1"])
    let before = try FileManager.default.attributesOfItem(atPath: shelf.path + "/output/index.html")
    #expect(try shelf.publish(["index.html": "i", "one.html": "2"]).written == 1)
    let after = try FileManager.default.attributesOfItem(atPath: shelf.path + "/output/index.html")
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(shelf.read("output/one.html") == "2")
  }

  @Test(arguments: [Disk(), .withoutExchange])
  func filesOfTheOldSiteGoWithTheirFolders(_ disk: Disk) throws {
    try shelf.publish(["a.html": "a", "a/b/c.csv": "c", "d/e.csv": "e"])
    try shelf.write("output/d/mine", "mine")
    #expect(try shelf.publish(["a.html": "a"], on: disk).removed == 2)
    #expect(
      try shelf.entries() == [
        "a.html": .file("a", mode: 0o644), "d": .folder(mode: 0o755),
        "d/mine": .file("mine", mode: 0o644),
      ])
  }

  @Test(arguments: [Disk(), .withoutExchange])
  func aFileOfOursThatSomebodyChangedIsWrittenAnew(_ disk: Disk) throws {
    try shelf.publish(["a.html": "a"])
    try shelf.write("output/a.html", "b")
    #expect(try shelf.publish(["a.html": "a"], on: disk).written == 1)
    #expect(shelf.read("output/a.html") == "a")
  }

  @Test(arguments: [Disk(), .withoutExchange])
  func aPageMayBecomeAFolderAndAFolderAPage(_ disk: Disk) throws {
    try shelf.publish(["a": "a", "b/c": "c"])
    try shelf.publish(["a/d": "d", "b": "b"], on: disk)
    #expect(shelf.read("output/a/d") == "d")
    #expect(shelf.read("output/b") == "b")
  }

  @Test func aListThatLeadsOutOfTheFolderHarmsNothing() throws {
    try shelf.write("precious", "mine")
    try shelf.write("output/.gradus-files", "../precious\n/etc/hostname\na/../../precious\n\n.\n")
    try shelf.publish(["a.html": "a"], on: .withoutExchange)
    #expect(shelf.read("precious") == "mine")
  }

  @Test func twoBuildsAtOnceTakeTurns() async throws {
    let sites = (0..<8).map { n in ["index.html": "\(n)", "\(n).html": "\(n)"] }
    let path = shelf.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for site in sites { group.addTask { try Shelf(at: path).publish(site) } }
      try await group.waitForAll()
    }
    let last = try #require(shelf.read("output/index.html"))
    #expect(try Set(shelf.entries().keys) == ["index.html", "\(last).html"])
    #expect(shelf.names == ["output"])
  }
}
