import Foundation
import Lessons
import TestSupport
import Testing

/// The encodings of lessons, `course.yml` and `references.yml`.
@Suite struct EncodingTests {
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let files = [
    "course.yml": "title: T\nlessons: [a]\n",
    "references.yml": "- id: one\n  title: One\n",
    "a.md": "---\ntitle: T\ndescription: D\n---\n\nWords.\n",
  ]

  /// The diagnostics of a course of these files, after a change to the bytes of one of them.
  private func diagnostics(_ name: String, _ change: ([UInt8]) -> [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    for (file, text) in Self.files {
      let bytes = file == name ? change(Array(text.utf8)) : Array(text.utf8)
      try folder.write(file, Data(bytes))
    }
    var diagnostics: [Diagnostic] = []
    let course = Course.read(folder.path, diagnostics: &diagnostics)
    _ = Lesson.read(folder.path + "/a.md", diagnostics: &diagnostics)
    if diagnostics.isEmpty {
      #expect(course?.title == "T" && course?.works.map(\.id) == ["one"])
    }
    return diagnostics.map { "\($0)".replacing(folder.path + "/", with: "") }
  }

  @Test(arguments: files.keys.sorted()) func byteOrderMarkIsIgnored(_ name: String) throws {
    #expect(try diagnostics(name) { Self.byteOrderMark + $0 } == [])
  }

  @Test(arguments: files.keys.sorted()) func invalidUTF8IsReportedAtItsLine(_ name: String) throws {
    #expect(
      try diagnostics(name) { $0 + [0xFF, 0x0A] } == [
        "\(name):\(Self.files[name, default: ""].count { $0 == "\n" } + 1): error: the file is not "
          + "UTF-8 text\nhelp: save it as UTF-8"
      ])
  }

  @Test(arguments: files.keys.sorted()) func utf16IsReported(_ name: String) throws {
    for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
      #expect(
        try diagnostics(name) { mark + $0.flatMap { [$0, 0] } } == [
          "\(name):1: error: the file is UTF-16 text, not UTF-8\nhelp: save it as UTF-8"
        ])
    }
  }

  @Test func lessonIsAddedAfterAByteOrderMark() {
    #expect(
      Course.addingLesson("b", to: "\u{FEFF}title: T\nlessons:\n  - a\n")
        == "\u{FEFF}title: T\nlessons:\n  - a\n  - b\n")
  }
}
