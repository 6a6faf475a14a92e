/// An error in a formula, with its position.
public struct TeXError: Error, Equatable, Sendable {
  /// The message of KaTeX, or of a limit that the formula exceeds.
  public var message: String
  /// The line within the formula, counted from 1.
  public var line: Int
  /// The column in characters within that line, counted from 1.
  public var column: Int

  package init(message: String, line: Int, column: Int) {
    self.message = message
    self.line = line
    self.column = column
  }

  /// Creates an error at an offset in a formula, in UTF-16 code units.
  init(_ message: String, in tex: String, at offset: Int = 0) {
    let before = String(decoding: tex.utf16.prefix(offset), as: UTF16.self)
    let lines = before.split(omittingEmptySubsequences: false) { $0.isLineEnd }
    self.init(message: message, line: max(lines.count, 1), column: (lines.last?.count ?? 0) + 1)
  }
}

extension Character {
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}
