import Foundation
import Testing

/// The documents beside the code.
@Suite struct DocumentsTests {
  private static let documents = ["README.md", "CONTRIBUTING.md", "lessons/README.md"]

  /// A path in which a word of capitals stands for a name, as `NAMEMark.swift`, is none.
  @Test(arguments: documents)
  func everyFileThatADocumentNamesIsThere(document: String) throws {
    let root = BrowserScript.root
    let text = try String(contentsOf: root.appending(path: document), encoding: .utf8)
    let folder = root.appending(path: document).deletingLastPathComponent()
    let linked = text.replacing(/`[^`\n]*`/, with: "").matches(of: /\]\(([^)#:\s]+)(?:#[^)]*)?\)/)
      .map {
        folder.appending(path: $0.1).standardized
      }
    let named = text.matches(of: /`((?:Sources|Tests)\/[^`\s]+)`/).map(\.1)
      .filter { !$0.contains(/NAME|VERB/) }.map { root.appending(path: $0) }
    #expect(!linked.isEmpty)
    for file in linked + named {
      #expect(FileManager.default.fileExists(atPath: file.path), "\(file.path)")
    }
  }
}
