/// An element that CommonMark does not support, extracted from the text before it is parsed.
enum ExtractedElement: Equatable {
  /// An inline or display formula.
  case formula(Formula)
  /// A footnote reference, `[^label]`.
  case footnote(label: String, line: Int)
  /// A citation of one or more works, `[@key]`.
  case citation([Citation], line: Int)
  /// A pipe table, with its header row first.
  case table(TableSource)
  /// The name of a heading: `{#name}`.
  case headingID(String)
}

/// The text that replaces an extracted element in the parsed text.
///
/// The private-use characters of Unicode's last plane mean nothing to CommonMark, and nobody types
/// them. An element is replaced by its number between two of them; a third fills the lines that the
/// element took.
enum Placeholder {
  static let start: Unicode.Scalar = "\u{10FF00}"
  static let end: Unicode.Scalar = "\u{10FF01}"
  static let filler = "\u{10FF02}"
  private static let reserved: ClosedRange<Unicode.Scalar> = start..."\u{10FF05}"
  /// Precedes the text of a table cell, so that nothing in it can begin a block.
  static let inlineStart = "\u{10FF03} "

  /// Replaces a `~` that is escaped with a backslash.
  static let tilde: Unicode.Scalar = "\u{10FF04}"
  /// Separates punctuation from an emphasis delimiter, like a letter without width.
  static let joiner: Unicode.Scalar = "\u{10FF05}"

  /// Returns the text with escaped tildes restored and joiners removed.
  static func restoringCharacters(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == tilde || $0 == joiner }) else { return text }
    let scalars = text.unicodeScalars.compactMap { $0 == tilde ? "~" : $0 == joiner ? nil : $0 }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The text that replaces an element; each prefix is that of the containers of one further line.
  static func text(_ index: Int, linePrefixes: [String] = []) -> String {
    "\(start)\(index)\(end)" + linePrefixes.map { "\n\($0)\(filler)" }.joined()
  }

  /// Returns the line with all characters that could be part of a placeholder replaced by U+FFFD.
  static func sanitizing(_ line: Substring) -> Substring {
    guard line.unicodeScalars.contains(where: reserved.contains) else { return line }
    let scalars = line.unicodeScalars.map { reserved.contains($0) ? "\u{FFFD}" : $0 }
    return Substring(String(String.UnicodeScalarView(scalars)))
  }

  /// Splits text into plain text and the numbers of the extracted elements in it.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text.unicodeScalars[...]
    while let opening = rest.firstIndex(of: start),
      let closing = rest[opening...].firstIndex(of: end)
    {
      if opening > rest.startIndex { pieces.append(.text(String(rest[..<opening]))) }
      let number = String(rest[rest.index(after: opening)..<closing])
      if let index = Int(number) { pieces.append(.element(index)) }
      rest = rest[rest.index(after: closing)...]
    }
    return rest.isEmpty ? pieces : pieces + [.text(String(rest))]
  }

  enum Piece: Equatable {
    case text(String)
    case element(Int)
  }
}
