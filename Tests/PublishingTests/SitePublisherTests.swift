import Foundation
import Testing

@testable import Publishing

@Suite struct SitePublisherTests {
  let folder: OutputFolder

  init() throws { folder = try OutputFolder() }

  @Test func aSiteIsPublishedWithItsList() throws {
    let outcome = try folder.publish(["index.html": "i", "one/a.csv": "a"], to: "deep/output")
    #expect(outcome == SitePublisher.Outcome(written: 2))
    #expect(
      try folder.entries(in: "deep/output") == [
        "index.html": .file("i", mode: 0o644), "one": .folder(mode: 0o755),
        "one/a.csv": .file("a", mode: 0o644),
      ])
    #expect(folder.read("deep/output/.gradus-files") == "index.html\none/a.csv\n")
  }

  @Test(arguments: [FileSystem(), .withoutExchange])
  func filesWithAnyNameAreTracked(_ fileSystem: FileSystem) throws {
    let names = ["line\nend.csv", "50%.csv", "%0A.csv", "%250A", "back\\slash", " ", "\"q\""]
    let site = Dictionary(uniqueKeysWithValues: names.map { ("one/\($0)", $0) })
    try folder.publish(site.merging(["a.html": "a"]) { $1 }, on: fileSystem)
    #expect(try folder.publish(site.merging(["a.html": "b"]) { $1 }, on: fileSystem).written == 1)
    #expect(try folder.publish(["a.html": "b"], on: fileSystem).removed == names.count)
    #expect(try folder.entries() == ["a.html": .file("b", mode: 0o644)])
  }

  @Test func modesDoNotDependOnTheUmask() async throws {
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      umask(0o077)
      try OutputFolder(at: path).publish(["one/a.csv": "a"])
    }
    #expect(
      try folder.entries() == ["one": .folder(mode: 0o755), "one/a.csv": .file("a", mode: 0o644)])
  }

  @Test func theSameSiteAgainChangesNothing() throws {
    try folder.publish(["index.html": "i"])
    let steps = Counter()
    let outcome = try folder.publish(
      ["index.html": "i"], on: FileSystem().withStepHandler { steps.next() })
    #expect(outcome == SitePublisher.Outcome())
    #expect(steps.value == 0)
  }

  @Test func unchangedFilesAreNotWritten() throws {
    try folder.publish(["index.html": "i", "one.html": "1"])
    let before = try FileManager.default.attributesOfItem(
      atPath: folder.path + "/output/index.html")
    #expect(try folder.publish(["index.html": "i", "one.html": "2"]).written == 1)
    let after = try FileManager.default.attributesOfItem(atPath: folder.path + "/output/index.html")
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(folder.read("output/one.html") == "2")
  }

  @Test(arguments: [FileSystem(), .withoutExchange])
  func filesOfTheOldSiteAreRemovedWithTheirFolders(_ fileSystem: FileSystem) throws {
    try folder.publish(["a.html": "a", "a/b/c.csv": "c", "d/e.csv": "e"])
    try folder.write("output/d/mine", "mine")
    #expect(try folder.publish(["a.html": "a"], on: fileSystem).removed == 2)
    #expect(
      try folder.entries() == [
        "a.html": .file("a", mode: 0o644), "d": .folder(mode: 0o755),
        "d/mine": .file("mine", mode: 0o644),
      ])
  }

  @Test(arguments: [FileSystem(), .withoutExchange])
  func aModifiedFileOfTheSiteIsWrittenAgain(_ fileSystem: FileSystem) throws {
    try folder.publish(["a.html": "a"])
    try folder.write("output/a.html", "b")
    #expect(try folder.publish(["a.html": "a"], on: fileSystem).written == 1)
    #expect(folder.read("output/a.html") == "a")
  }

  @Test(arguments: [FileSystem(), .withoutExchange])
  func aPageCanBecomeAFolderAndViceVersa(_ fileSystem: FileSystem) throws {
    try folder.publish(["a": "a", "b/c": "c"])
    try folder.publish(["a/d": "d", "b": "b"], on: fileSystem)
    #expect(folder.read("output/a/d") == "d")
    #expect(folder.read("output/b") == "b")
  }

  @Test func aListCannotRemoveFilesOutsideTheFolder() throws {
    try folder.write("precious", "mine")
    try folder.write("output/.gradus-files", "../precious\n/etc/hostname\na/../../precious\n\n.\n")
    try folder.publish(["a.html": "a"], on: .withoutExchange)
    #expect(folder.read("precious") == "mine")
  }

  @Test func twoBuildsAtOnceTakeTurns() async throws {
    let sites = (0..<8).map { n in ["index.html": "\(n)", "\(n).html": "\(n)"] }
    let path = folder.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for site in sites { group.addTask { try OutputFolder(at: path).publish(site) } }
      try await group.waitForAll()
    }
    let last = try #require(folder.read("output/index.html"))
    #expect(try Set(folder.entries().keys) == ["index.html", "\(last).html"])
    #expect(folder.names == ["output"])
  }
}
