import Foundation
import Testing

@testable import Publishing

@Suite struct RefusalTests {
  let shelf = Shelf()

  @Test func aFileIsNoFolder() throws {
    try shelf.write("output", "a file")
    let refusal = #expect(throws: Refusal.self) { try shelf.publish(["a": "a"]) }
    #expect(refusal?.summary == "the output '\(shelf.path)/output' is not a folder")
    #expect(refusal?.isOfCommandLine == false)
    #expect(shelf.read("output") == "a file")
  }

  @Test func aLinkLeadsToTheFolderThatItNames() throws {
    try shelf.publish(["a": "old"], to: "elsewhere/site")
    symlink("elsewhere/site", shelf.path + "/output")
    try shelf.publish(["a": "new"])
    #expect(shelf.read("elsewhere/site/a") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: shelf.path + "/output")
        == "elsewhere/site")
    #expect(shelf.names == ["elsewhere", "output"])
  }

  @Test func aLinkThatLeadsNowhereIsRefused() throws {
    symlink("nowhere", shelf.path + "/output")
    let refusal = #expect(throws: Refusal.self) { try shelf.publish(["a": "a"]) }
    #expect(refusal?.summary == "the output '\(shelf.path)/output' is a link that leads nowhere")
  }

  @Test func aFolderThatHoldsWhatIsInUseIsRefused() throws {
    mkdir(shelf.path + "/lessons", 0o755)
    for name in ["/", shelf.path, "\(shelf.path)/lessons", "\(shelf.path)/x/../lessons/"] {
      let refusal = #expect(throws: Refusal.self) {
        try Destination(name, keeping: [("the course", "\(shelf.path)/lessons")])
      }
      #expect(
        refusal?.description == """
          error: the output '\(name)' holds the course
          help: a build exchanges the whole output: give it a folder of its own with '--output'
          """)
      #expect(refusal?.isOfCommandLine == true)
    }
    let refusal = #expect(throws: Refusal.self) { try Destination(".") }
    #expect(refusal?.summary == "the output '.' holds the current folder")
  }

  @Test func aFolderInsideTheCourseOrBesideItIsFine() throws {
    mkdir(shelf.path + "/lessons", 0o755)
    for name in ["lessons/site", "lessons-site", "less"] {
      _ = try Destination(
        "\(shelf.path)/\(name)", keeping: [("the course", "\(shelf.path)/lessons")])
    }
  }

  @Test(arguments: [ENOSPC, EDQUOT, EIO])
  func aDiskThatIsFullIsNoReasonToReplaceFilesOneByOne(_ reason: CInt) throws {
    try shelf.publish(["a": "old"])
    let refusal = #expect(throws: Refusal.self) {
      try shelf.publish(["a": "new"], on: Disk(exchangeFolders: { _, _ in reason }))
    }
    let words = String(cString: strerror(reason))
    #expect(
      refusal?.description == """
        error: the site cannot be written to '\(shelf.path)/output': '\(shelf.path)/output' cannot \
        be written: \(words)
        help: nothing of the site that stood there is lost
        """)
    #expect(shelf.read("output/a") == "old")
    #expect(shelf.names == ["output"])
  }

  @Test(arguments: [EINVAL, ENOSYS, EXDEV, EBUSY, EPERM, EOPNOTSUPP])
  func aDiskThatCannotExchangeReplacesFilesOneByOne(_ reason: CInt) throws {
    try shelf.publish(["a": "old"])
    let outcome = try shelf.publish(["a": "new"], on: Disk(exchangeFolders: { _, _ in reason }))
    #expect(outcome == Publication.Outcome(written: 1, isWhole: false))
    #expect(try shelf.entries() == ["a": .file("new", mode: 0o644)])
    #expect(shelf.names == ["output"])
  }
}
