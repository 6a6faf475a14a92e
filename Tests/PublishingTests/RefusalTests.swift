import Foundation
import Testing

@testable import Publishing

@Suite struct RefusalTests {
  let folder: OutputFolder

  init() throws { folder = try OutputFolder() }

  @Test func aFileAsOutputIsRejected() throws {
    try folder.write("output", "a file")
    let refusal = #expect(throws: Refusal.self) { try folder.publish(["a": "a"]) }
    #expect(refusal?.summary == "the output '\(folder.path)/output' is not a folder")
    #expect(refusal?.isOfCommandLine == false)
    #expect(folder.read("output") == "a file")
  }

  @Test func aLinkToAFolderIsFollowed() throws {
    try folder.publish(["a": "old"], to: "elsewhere/site")
    symlink("elsewhere/site", folder.path + "/output")
    try folder.publish(["a": "new"])
    #expect(folder.read("elsewhere/site/a") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/output")
        == "elsewhere/site")
    #expect(folder.names == ["elsewhere", "output"])
  }

  @Test func aBrokenLinkIsRejected() throws {
    symlink("nowhere", folder.path + "/output")
    let refusal = #expect(throws: Refusal.self) { try folder.publish(["a": "a"]) }
    #expect(refusal?.summary == "the output '\(folder.path)/output' is a broken link")
  }

  @Test func aFolderThatContainsAFolderInUseIsRejected() throws {
    mkdir(folder.path + "/lessons", 0o755)
    for name in ["/", folder.path, "\(folder.path)/lessons", "\(folder.path)/x/../lessons/"] {
      let refusal = #expect(throws: Refusal.self) {
        try Destination(name, keeping: [("the course", "\(folder.path)/lessons")])
      }
      #expect(
        refusal?.description == """
          error: the output '\(name)' contains the course
          help: a build replaces the whole output folder: choose a separate one with '--output'
          """)
      #expect(refusal?.isOfCommandLine == true)
    }
    let refusal = #expect(throws: Refusal.self) { try Destination(".") }
    #expect(refusal?.summary == "the output '.' contains the current folder")
  }

  @Test func aFolderInsideTheCourseOrNextToItIsAllowed() throws {
    mkdir(folder.path + "/lessons", 0o755)
    for name in ["lessons/site", "lessons-site", "less"] {
      _ = try Destination(
        "\(folder.path)/\(name)", keeping: [("the course", "\(folder.path)/lessons")])
    }
  }

  @Test(arguments: [ENOSPC, EDQUOT, EIO])
  func aFullDiskDoesNotCauseFileByFileReplacement(_ reason: CInt) throws {
    try folder.publish(["a": "old"])
    let refusal = #expect(throws: Refusal.self) {
      try folder.publish(["a": "new"], on: FileSystem(exchangeFolders: { _, _ in reason }))
    }
    let words = String(cString: strerror(reason))
    #expect(
      refusal?.description == """
        error: the site cannot be written to '\(folder.path)/output': '\(folder.path)/output' cannot \
        be written: \(words)
        help: the previous site is unchanged
        """)
    #expect(folder.read("output/a") == "old")
    #expect(folder.names == ["output"])
  }

  @Test(arguments: [EINVAL, ENOSYS, EXDEV, EBUSY, EPERM, EOPNOTSUPP])
  func withoutExchangeFilesAreReplacedOneByOne(_ reason: CInt) throws {
    try folder.publish(["a": "old"])
    let outcome = try folder.publish(
      ["a": "new"], on: FileSystem(exchangeFolders: { _, _ in reason }))
    #expect(outcome == SitePublisher.Outcome(written: 1, isAtomic: false))
    #expect(try folder.entries() == ["a": .file("new", mode: 0o644)])
    #expect(folder.names == ["output"])
  }
}
