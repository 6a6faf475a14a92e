import Foundation
import Lessons
import Testing

/// Checks the table of unsupported syntax at the end of `format.md`.
@Suite struct ForeignSyntaxTableTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let syntax: String
    /// The texts that the help must contain.
    let help: [String]
    var testDescription: String { syntax }
  }

  static let rows = read()

  private static func read() -> [Row] {
    guard let url = Bundle.module.url(forResource: "format", withExtension: "md"),
      let text = try? String(contentsOf: url, encoding: .utf8),
      let table = text.firstRange(of: "\n| syntax | write instead |\n")
    else { return [] }
    return text[table.upperBound...].split(separator: "\n").dropFirst().map { line in
      let cells = line.replacing("\\|", with: "¦").split(
        separator: "|", omittingEmptySubsequences: false)
      return Row(
        syntax: code(in: cells[1]).joined().replacing("⏎", with: "\n"), help: code(in: cells[2]))
    }
  }

  /// The code spans of a cell.
  private static func code(in cell: Substring) -> [String] {
    cell.replacing("¦", with: "|").matches(of: /`` (.+?) ``|`([^`]+)`/).map {
      String($0.1 ?? $0.2 ?? "")
    }
  }

  @Test func allRowsAreFound() { #expect(Self.rows.count == 62) }

  @Test(arguments: rows) func isReportedWithTheSyntaxToUse(_ row: Row) throws {
    let first = try #require(diagnostics(of: head + row.syntax + "\n").first)
    #expect(first.place.line >= 5 && first.help != nil)
    for text in row.help { #expect(first.help?.contains(text) == true, "\(first)") }
  }

  /// Code spans are not checked.
  @Test(arguments: rows) func isPlainTextInCode(_ row: Row) {
    let code = "````` \(row.syntax.replacing("\n", with: " ")) `````"
    #expect(diagnostics(of: head + "Words \(code) words.\n").map(\.description) == [])
  }
}
