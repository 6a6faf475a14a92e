import Foundation
import Testing
import Typesetting

@Suite struct PackagesTests {
  private static let katex = "/usr/share/javascript/katex/katex.min.js"
  private static let sheet = "/usr/share/javascript/katex/katex.min.css"
  private static let highlighter = "/usr/share/javascript/highlight.js/highlight.min.js"
  private static let font = "/usr/share/fonts/truetype/katex/KaTeX_Main-Regular.woff2"
  private static let files = [katex, sheet, highlighter, font]

  /// Copies the packages' files under another root, KaTeX changed on the way.
  static func copy(
    to root: String, without missing: String? = nil, katex change: (String) -> String = { $0 }
  ) throws {
    for file in files where file != missing {
      let copy = URL(filePath: root + file)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      var data = try Data(contentsOf: URL(filePath: file))
      if file == katex { data = Data(change(String(decoding: data, as: UTF8.self)).utf8) }
      try data.write(to: copy)
    }
  }

  @Test(
    "a missing file names its package",
    arguments: [
      (katex, "libjs-katex"), (sheet, "libjs-katex"), (highlighter, "libjs-highlight.js"),
      (font, "fonts-katex"),
    ])
  func missing(_ file: String, _ package: String) async throws {
    try await Workbench.withFolder { root in
      try Self.copy(to: root, without: file)
      #expect(throws: MissingPackages(names: [package])) { try Packages.installed(root: root) }
    }
  }

  @Test("all that is missing is said at once")
  func allMissing() throws {
    let error = try #require(throws: MissingPackages.self) {
      try Packages.installed(root: "/nowhere")
    }
    #expect(
      error.description == """
        what sets mathematics and code is missing: libjs-katex fonts-katex libjs-highlight.js
        help: apt-get install libjs-katex fonts-katex libjs-highlight.js
        """)
  }

  @Test(
    "a library that does not load is named, and code stays plain",
    arguments: ["throw 1", "}", ""])
  func broken(_ source: String) async throws {
    try await Workbench.withFolder { root in
      try Self.copy(to: root) { _ in source }
      try Data(source.utf8).write(to: URL(filePath: root + Self.highlighter))
      let typesetter = Typesetter(try Packages.installed(root: root))
      let error = try #require(throws: TeXError.self) {
        try typesetter.formula("x", display: false)
      }
      let names = source.isEmpty ? "KaTeX fails" : "libjs-katex does not work: "
      #expect(error.words.hasPrefix(names), "\(error.words)")
      #expect(typesetter.highlighted("let a = 1", language: "swift") == nil)
    }
  }
}
