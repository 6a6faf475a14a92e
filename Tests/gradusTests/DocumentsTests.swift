import Foundation
import Testing

/// The documents of the repository.
@Suite struct DocumentsTests {
  private static let documents =
    ["README.md", "CONTRIBUTING.md", "lessons/README.md"]
    + ["cells", "machines", "programs", "site", "workflow"].map { "docs/\($0).md" }

  /// The problem matcher for editors matches the output of `check`.
  @Test func theProblemMatcherMatchesDiagnostics() throws {
    let document = BrowserScript.root.appending(path: "docs/programs.md")
    let text = try String(contentsOf: document, encoding: .utf8)
    let setting = try #require(
      text.firstMatch(of: /"problemMatcher": (\{.*\} \})/.dotMatchesNewlines()))
    let matcher = try JSONDecoder().decode(Matcher.self, from: Data(setting.1.utf8))
    let pattern = matcher.pattern
    let lessons = [
      ("one", lesson("```{swift}\nlet a = b\n```")), ("two", lesson("See [](fig:none).")),
    ]
    let errors = try TestProject(lessons).run("check").errors
    let found = errors.split(separator: "\n").compactMap { line in
      (try? Regex(pattern.regexp).wholeMatch(in: line)).map { match in
        [pattern.file, pattern.line, pattern.column, pattern.severity, pattern.message]
          .map { match.output[$0].substring ?? "" }
      }
    }
    #expect(
      found == [
        ["lessons/one.md", "6", "9", "error", "cannot find 'b' in scope"],
        ["lessons/two.md", "5", "", "error", "there is no figure 'none'"],
      ])
    #expect(matcher.fileLocation == ["relative", "${workspaceFolder}"])
  }

  private struct Matcher: Decodable {
    struct Pattern: Decodable {
      var regexp: String
      var file, line, column, severity, message: Int
    }
    var fileLocation: [String]
    var pattern: Pattern
  }

  @Test func theReadmeListsAllVerbs() throws {
    let readme = BrowserScript.root.appending(path: "README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    let verbs = text.matches(of: /\n\| `([a-z]+)[^|]*\|/).map { String($0.1) }
    #expect(verbs.sorted() == HelpTests.verbs)
  }

  /// A placeholder in capitals, as in `NAMEMark.swift`, must match at least one file.
  @Test(arguments: documents)
  func filesNamedInDocumentsExist(document: String) throws {
    let root = BrowserScript.root
    let text = try String(contentsOf: root.appending(path: document), encoding: .utf8)
    let folder = root.appending(path: document).deletingLastPathComponent()
    let linked = text.replacing(/`[^`\n]*`/, with: "").matches(of: /\]\(([^)#:\s]+)(?:#[^)]*)?\)/)
      .map {
        folder.appending(path: $0.1).standardized
      }
    let named = text.matches(of: /`((?:Sources|Tests)\/[^`\s]+)`/).map {
      root.appending(path: $0.1.replacing(/NAME|VERB/, with: "*"))
    }
    #expect(!linked.isEmpty)
    for file in linked + named {
      var found = glob_t()
      #expect(glob(file.path, 0, nil, &found) == 0, "\(file.path)")
      globfree(&found)
    }
  }
}
