import Foundation
import Testing
import Typesetting

@Suite struct SystemPackagesTests {
  private static let katex = "/usr/share/javascript/katex/katex.min.js"
  private static let sheet = "/usr/share/javascript/katex/katex.min.css"
  private static let highlighter = "/usr/share/javascript/highlight.js/highlight.min.js"
  private static let font = "/usr/share/fonts/truetype/katex/KaTeX_Main-Regular.woff2"
  private static let files = [katex, sheet, highlighter, font]

  /// Copies the files of the packages to another root, with changes to KaTeX.
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
    "a missing file is reported with its package",
    arguments: [
      (katex, "libjs-katex"), (sheet, "libjs-katex"), (highlighter, "libjs-highlight.js"),
      (font, "fonts-katex"),
    ])
  func missing(_ file: String, _ package: String) async throws {
    try await TypesettingFixture.withFolder { root in
      try Self.copy(to: root, without: file)
      #expect(throws: MissingPackages(names: [package])) {
        try SystemPackages.installed(root: root)
      }
    }
  }

  @Test("all missing packages are reported together")
  func allMissing() throws {
    let error = try #require(throws: MissingPackages.self) {
      try SystemPackages.installed(root: "/nowhere")
    }
    #expect(
      error.description == """
        missing packages for formulas and code: libjs-katex fonts-katex libjs-highlight.js
        help: apt-get install libjs-katex fonts-katex libjs-highlight.js
        """)
  }

  @Test(
    "a library that cannot be loaded is reported, and code is not highlighted",
    arguments: ["throw 1", "}", ""])
  func broken(_ source: String) async throws {
    try await TypesettingFixture.withFolder { root in
      try Self.copy(to: root) { _ in source }
      try Data(source.utf8).write(to: URL(filePath: root + Self.highlighter))
      let typesetter = Typesetter(try SystemPackages.installed(root: root))
      let error = try #require(throws: TeXError.self) {
        try typesetter.formula("x", display: false)
      }
      let prefix = source.isEmpty ? "KaTeX fails" : "libjs-katex cannot be loaded: "
      #expect(error.message.hasPrefix(prefix), "\(error.message)")
      #expect(typesetter.highlighted("let a = 1", language: "swift") == nil)
    }
  }
}
