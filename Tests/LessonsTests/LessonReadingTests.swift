import Foundation
import Lessons
import TestSupport
import Testing

@Suite struct LessonReadingTests {
  private func diagnostics(of bytes: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    try folder.write("t.md", Data(bytes))
    var diagnostics: [Diagnostic] = []
    _ = Lesson.read(folder.path + "/t.md", diagnostics: &diagnostics)
    return diagnostics.map { "\($0)".replacing(folder.path + "/", with: "") }
  }

  @Test func invalidUTF8IsReportedAtItsLine() throws {
    let bytes = Array("one\ntwo ".utf8) + [0xFF, 0x0A]
    #expect(
      try diagnostics(of: bytes) == [
        "t.md:2: error: the file is not UTF-8 text\nhelp: save it as UTF-8"
      ])
  }

  @Test func hugeFileIsRejectedBeforeParsing() throws {
    #expect(
      try diagnostics(of: Array(repeating: UInt8(ascii: "["), count: 4_000_001)) == [
        "t.md:1: error: the lesson is larger than 4 MB\nhelp: split it into several lessons"
      ])
  }

  @Test func missingFileIsAnError() {
    var diagnostics: [Diagnostic] = []
    #expect(Lesson.read("no/such/lesson.md", diagnostics: &diagnostics) == nil)
    #expect(
      diagnostics.map(\.description) == ["no/such/lesson.md:1: error: the file cannot be read"])
  }
}
