import Foundation
import Lessons
import Testing

/// The table of forms that are not part of the format, at the end of `format.md`.
@Suite struct ReportedFormTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let form: String
    /// What the help must hold.
    let here: [String]
    var testDescription: String { form }
  }

  static let rows = read()

  private static func read() -> [Row] {
    guard let url = Bundle.module.url(forResource: "format", withExtension: "md"),
      let text = try? String(contentsOf: url, encoding: .utf8),
      let table = text.firstRange(of: "\n| form | here |\n")
    else { return [] }
    return text[table.upperBound...].split(separator: "\n").dropFirst().map { line in
      let cells = line.replacing("\\|", with: "¦").split(
        separator: "|", omittingEmptySubsequences: false)
      let (form, here) = (code(in: cells[1]), code(in: cells[2]))
      return Row(form: form.joined().replacing("⏎", with: "\n"), here: here)
    }
  }

  /// The code spans of a cell.
  private static func code(in cell: Substring) -> [String] {
    cell.replacing("¦", with: "|").matches(of: /`` (.+?) ``|`([^`]+)`/).map {
      String($0.1 ?? $0.2 ?? "")
    }
  }

  @Test func everyRowIsRead() { #expect(Self.rows.count == 62) }

  @Test(arguments: rows) func isReportedWithTheFormToUse(_ row: Row) throws {
    let said = diagnostics(of: head + row.form + "\n")
    let first = try #require(said.first)
    #expect(first.place.line >= 5 && first.help != nil)
    for here in row.here { #expect(first.help?.contains(here) == true, "\(first)") }
  }

  /// A backslash before a form, or backticks around it, make it plain text.
  @Test(arguments: rows) func isPlainTextInCode(_ row: Row) {
    let code = "````` \(row.form.replacing("\n", with: " ")) `````"
    #expect(diagnostics(of: head + "Words \(code) words.\n").map(\.description) == [])
  }
}
