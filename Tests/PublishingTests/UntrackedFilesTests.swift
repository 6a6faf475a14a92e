import Foundation
import Testing

@testable import Publishing

/// Untracked files stay unchanged when a site is published and replaced.
@Suite struct UntrackedFilesTests {
  let folder: OutputFolder

  init() throws {
    folder = try OutputFolder()
    try folder.publish(["index.html": "old", "fonts/a.woff2": "a"])
    for (name, text) in [("README.md", "mine"), ("fonts/mine", "m"), ("shut/in/me", "m")] {
      try folder.write("output/\(name)", text)
    }
    chmod(folder.path + "/output/README.md", 0o600)
    mkdir(folder.path + "/output/empty", 0o750)
    mkfifo(folder.path + "/output/pipe", 0o600)
    symlink("nowhere", folder.path + "/output/dangling")
    symlink("shut", folder.path + "/output/folder-link")
    chmod(folder.path + "/output/shut", 0o555)
    chmod(folder.path + "/output/fonts", 0o700)
    chmod(folder.path + "/output", 0o2775)
  }

  static let untracked: [String: OutputFolder.Entry] = [
    "README.md": .file("mine", mode: 0o600), "fonts": .folder(mode: 0o700),
    "fonts/mine": .file("m", mode: 0o644), "empty": .folder(mode: 0o750), "pipe": .other,
    "dangling": .link("nowhere"), "folder-link": .link("shut"), "shut": .folder(mode: 0o555),
    "shut/in": .folder(mode: 0o755), "shut/in/me": .file("m", mode: 0o644),
  ]

  @Test(arguments: [FileSystem(), .withoutExchange])
  func theyStayUnchanged(_ fileSystem: FileSystem) throws {
    try folder.publish(["index.html": "new", "shut.html": "s"], on: fileSystem)
    let pages: [String: OutputFolder.Entry] = [
      "index.html": .file("new", mode: 0o644), "shut.html": .file("s", mode: 0o644),
    ]
    #expect(try folder.entries() == UntrackedFilesTests.untracked.merging(pages) { $1 })
    let root = try FileManager.default.attributesOfItem(atPath: folder.path + "/output")
    #expect(root[.posixPermissions] as? Int == 0o2775)
    #expect(folder.names == ["output"])
  }

  @Test func theyStayTheSameFiles() throws {
    let file = folder.path + "/output/README.md"
    let before = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    try folder.publish(["index.html": "new"])
    let after = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    #expect(before == after)
  }

  @Test func theirNamesCanBeAnyBytes() throws {
    let name: [UInt8] = Array("\(folder.path)/output/caf".utf8) + [0xE9, 0]
    let descriptor = name.withUnsafeBytes {
      open($0.baseAddress!.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o644)
    }
    close(descriptor)
    try folder.publish(["index.html": "new"])
    let found = name.withUnsafeBytes {
      access($0.baseAddress!.assumingMemoryBound(to: CChar.self), F_OK)
    }
    #expect(found == 0)
  }

  @Test func aFileAddedDuringPublishingIsKept() throws {
    let file = folder.path + "/output/late"
    var fileSystem = FileSystem()
    let exchange = fileSystem.exchangeFolders
    fileSystem.exchangeFolders = { first, second in
      close(open(file, O_CREAT | O_WRONLY, 0o644))
      return exchange(first, second)
    }
    try folder.publish(["index.html": "new"], on: fileSystem)
    #expect(folder.read("output/late") == "")
  }

  @Test(arguments: [FileSystem(), .withoutExchange])
  func aFileThatWouldBeOverwrittenIsReportedAndNothingChanges(_ fileSystem: FileSystem) throws {
    let before = try folder.entries()
    for (site, blocking) in [
      (["README.md": "page"], "README.md"), (["README.md/a.csv": "a"], "README.md"),
      (["shut": "page"], "shut"), (["dangling": "page"], "dangling"),
      (["folder-link/a.csv": "a"], "folder-link"), (["fonts": "page"], "fonts/mine"),
    ] {
      let refusal = #expect(throws: Refusal.self) {
        try folder.publish(["index.html": "new"].merging(site) { $1 }, on: fileSystem)
      }
      #expect(
        refusal?.description == """
          error: '\(folder.path)/output/\(blocking)' would be overwritten, but no build created it
          help: move it, or choose another folder with '--output'
          """)
    }
    #expect(try folder.entries() == before)
  }

  @Test func anUntrackedFileWithTheContentOfAPageIsNoConflict() throws {
    try folder.publish(["README.md": "mine"])
    #expect(folder.read("output/README.md") == "mine")
  }
}
