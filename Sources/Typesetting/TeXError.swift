/// What is wrong with a formula.
public struct TeXError: Error, Equatable, Sendable {
  /// What KaTeX says.
  public var words: String
  /// The line within the formula, from 1.
  public var line: Int
  /// The character within that line, from 1.
  public var column: Int

  package init(words: String, line: Int, column: Int) {
    self.words = words
    self.line = line
    self.column = column
  }

  /// An error at an offset, counted as JavaScript counts, in a formula.
  init(_ words: String, in tex: String, at offset: Int = 0) {
    let before = String(decoding: tex.utf16.prefix(offset), as: UTF16.self)
    let lines = before.split(omittingEmptySubsequences: false) { $0.isLineEnd }
    self.init(words: words, line: max(lines.count, 1), column: (lines.last?.count ?? 0) + 1)
  }
}

extension Character {
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}
