/// Something that CommonMark does not know, taken out of the text before it is parsed.
enum Insertion: Equatable {
  /// Mathematics.
  case formula(Formula)
  /// A reference to a footnote.
  case footnote(label: String, line: Int)
  /// Works that are cited.
  case citation([Citation], line: Int)
  /// A pipe table.
  case table(TableSource)
  /// A heading's name: `{#name}`.
  case headingID(String)
}

/// What stands in the parsed text where something was taken out.
///
/// The private characters of Unicode's last plane mean nothing to CommonMark and nobody writes them:
/// an insertion is its number between two of them, and a third fills the lines that it leaves behind.
enum Placeholder {
  static let start: Unicode.Scalar = "\u{10FF00}"
  static let end: Unicode.Scalar = "\u{10FF01}"
  static let filler = "\u{10FF02}"
  private static let own: ClosedRange<Unicode.Scalar> = start..."\u{10FF05}"
  /// Begins a table's cell, so that nothing in it can begin a block.
  static let inlineStart = "\u{10FF03} "

  /// Stands for a `~` that a backslash makes a character like any.
  static let tilde: Unicode.Scalar = "\u{10FF04}"
  /// Stands between punctuation and a mark of emphasis, like a letter of no width.
  static let joiner: Unicode.Scalar = "\u{10FF05}"

  /// The text with the characters for which others stand.
  static func withoutStandIns(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == tilde || $0 == joiner }) else { return text }
    let scalars = text.unicodeScalars.compactMap { $0 == tilde ? "~" : $0 == joiner ? nil : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The text that stands for an insertion over so many lines, each after its container's prefix.
  static func text(_ index: Int, linePrefixes: [String] = []) -> String {
    "\(start)\(index)\(end)" + linePrefixes.map { "\n\($0)\(filler)" }.joined()
  }

  /// Text in which nothing can be taken for a placeholder.
  static func protected(_ line: Substring) -> Substring {
    guard line.unicodeScalars.contains(where: own.contains) else { return line }
    let scalars = line.unicodeScalars.map { own.contains($0) ? "\u{FFFD}" : $0 }
    return Substring(String(String.UnicodeScalarView(scalars)))
  }

  /// A text's pieces: words, and the numbers of insertions between them.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text.unicodeScalars[...]
    while let opening = rest.firstIndex(of: start),
      let closing = rest[opening...].firstIndex(of: end)
    {
      if opening > rest.startIndex { pieces.append(.words(String(rest[..<opening]))) }
      let number = String(rest[rest.index(after: opening)..<closing])
      if let index = Int(number) { pieces.append(.insertion(index)) }
      rest = rest[rest.index(after: closing)...]
    }
    return rest.isEmpty ? pieces : pieces + [.words(String(rest))]
  }

  enum Piece: Equatable {
    case words(String)
    case insertion(Int)
  }
}
