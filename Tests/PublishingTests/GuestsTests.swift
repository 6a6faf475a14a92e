import Foundation
import Testing

@testable import Publishing

/// What no build made stays as it is, through a site that comes and another that takes its place.
@Suite struct GuestsTests {
  let shelf = Shelf()

  init() throws {
    try shelf.publish(["index.html": "old", "fonts/a.woff2": "a"])
    for (name, text) in [("README.md", "mine"), ("fonts/mine", "m"), ("shut/in/me", "m")] {
      try shelf.write("output/\(name)", text)
    }
    chmod(shelf.path + "/output/README.md", 0o600)
    mkdir(shelf.path + "/output/empty", 0o750)
    mkfifo(shelf.path + "/output/pipe", 0o600)
    symlink("nowhere", shelf.path + "/output/dangling")
    symlink("shut", shelf.path + "/output/folder-link")
    chmod(shelf.path + "/output/shut", 0o555)
    chmod(shelf.path + "/output/fonts", 0o700)
    chmod(shelf.path + "/output", 0o2775)
  }

  static let guests: [String: Shelf.Entry] = [
    "README.md": .file("mine", mode: 0o600), "fonts": .folder(mode: 0o700),
    "fonts/mine": .file("m", mode: 0o644), "empty": .folder(mode: 0o750), "pipe": .other,
    "dangling": .link("nowhere"), "folder-link": .link("shut"), "shut": .folder(mode: 0o555),
    "shut/in": .folder(mode: 0o755), "shut/in/me": .file("m", mode: 0o644),
  ]

  @Test(arguments: [Disk(), .withoutExchange])
  func theyStayAsTheyAre(_ disk: Disk) throws {
    try shelf.publish(["index.html": "new", "shut.html": "s"], on: disk)
    let pages: [String: Shelf.Entry] = [
      "index.html": .file("new", mode: 0o644), "shut.html": .file("s", mode: 0o644),
    ]
    #expect(try shelf.entries() == GuestsTests.guests.merging(pages) { $1 })
    let root = try FileManager.default.attributesOfItem(atPath: shelf.path + "/output")
    #expect(root[.posixPermissions] as? Int == 0o2775)
    #expect(shelf.names == ["output"])
  }

  @Test func theyStayTheSameFiles() throws {
    let file = shelf.path + "/output/README.md"
    let before = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    try shelf.publish(["index.html": "new"])
    let after = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    #expect(before == after)
  }

  @Test func theirNamesMayBeAnyBytes() throws {
    let name: [UInt8] = Array("\(shelf.path)/output/caf".utf8) + [0xE9, 0]
    let descriptor = name.withUnsafeBytes {
      open($0.baseAddress!.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o644)
    }
    close(descriptor)
    try shelf.publish(["index.html": "new"])
    let found = name.withUnsafeBytes {
      access($0.baseAddress!.assumingMemoryBound(to: CChar.self), F_OK)
    }
    #expect(found == 0)
  }

  @Test func oneThatComesWhileASiteIsWrittenStays() throws {
    let file = shelf.path + "/output/late"
    var disk = Disk()
    let exchange = disk.exchangeFolders
    disk.exchangeFolders = { first, second in
      close(open(file, O_CREAT | O_WRONLY, 0o644))
      return exchange(first, second)
    }
    try shelf.publish(["index.html": "new"], on: disk)
    #expect(shelf.read("output/late") == "")
  }

  @Test(arguments: [Disk(), .withoutExchange])
  func oneThatIsInTheWayIsNamedAndNothingChanges(_ disk: Disk) throws {
    let before = try shelf.entries()
    for (site, guest) in [
      (["README.md": "page"], "README.md"), (["README.md/a.csv": "a"], "README.md"),
      (["shut": "page"], "shut"), (["dangling": "page"], "dangling"),
      (["folder-link/a.csv": "a"], "folder-link"), (["fonts": "page"], "fonts/mine"),
    ] {
      let refusal = #expect(throws: Refusal.self) {
        try shelf.publish(["index.html": "new"].merging(site) { $1 }, on: disk)
      }
      #expect(
        refusal?.description == """
          error: '\(shelf.path)/output/\(guest)' is in the site's way, and no build made it
          help: move it, or name another folder with '--output'
          """)
    }
    #expect(try shelf.entries() == before)
  }

  @Test func oneThatIsWhatAPageWouldBeIsInNobodysWay() throws {
    try shelf.publish(["README.md": "mine"])
    #expect(shelf.read("output/README.md") == "mine")
  }
}
