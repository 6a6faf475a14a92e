internal import Markup

/// The words of the interface in one language.
package struct Wording: Equatable, Sendable {
  private let words: [String: String]
  /// The languages that the table has.
  package let languages: [String]
  /// Whether the table has the language that was asked for; otherwise the words are English.
  package let isKnown: Bool

  /// The words in a language, as HTML names it: `en-GB` finds `en`, where there is no nearer one.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - table: A pipe table with a column for each language; without it, our own.
  package init(for language: String, in table: String = Wording.table) {
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("|") }.map(cells)
    languages = Array((rows.first ?? []).dropFirst())
    let column = Wording.column(for: language, in: languages)
    isKnown = column != nil
    let pairs = rows.dropFirst(2).map { ($0[0], $0[min(1 + (column ?? 0), $0.count - 1)]) }
    words = Dictionary(pairs) { first, _ in first }
  }

  /// Our own table, `words.md`.
  package static let table = String(decoding: PackageResources.words_md, as: UTF8.self)

  /// The names of all phrases.
  package static let phrases = Phrase.allCases.map(\.rawValue)

  /// A phrase that takes nothing.
  subscript(_ phrase: Phrase) -> String { words[phrase.rawValue] ?? phrase.rawValue }

  /// A phrase around what it takes.
  func callAsFunction(_ phrase: Phrase, _ values: String...) -> String {
    pieces(of: phrase).map { piece -> String in
      switch piece {
      case .words(let words): String(words)
      case .place(let place): values.indices.contains(place) ? values[place] : ""
      }
    }.joined()
  }

  /// A phrase around markup that it takes.
  func callAsFunction(_ phrase: Phrase, _ values: HTML...) -> HTML {
    pieces(of: phrase).map { piece -> HTML in
      switch piece {
      case .words(let words): "\(words)"
      case .place(let place): values.indices.contains(place) ? values[place] : HTML()
      }
    }.joined()
  }

  private enum Piece {
    case words(Substring)
    case place(Int)
  }

  private func pieces(of phrase: Phrase) -> [Piece] {
    let text = self[phrase]
    var pieces: [Piece] = []
    var end = text.startIndex
    for match in text.matches(of: /\{([1-9])\}/) {
      pieces += [.words(text[end..<match.range.lowerBound]), .place((Int(match.1) ?? 1) - 1)]
      end = match.range.upperBound
    }
    return pieces + [.words(text[end...])]
  }

  private static func column(for language: String, in languages: [String]) -> Int? {
    var tag = language.lowercased()[...]
    while !tag.isEmpty {
      if let column = languages.firstIndex(where: { $0.lowercased() == tag }) { return column }
      tag = tag.lastIndex(of: "-").map { tag[..<$0] } ?? ""
    }
    return nil
  }
}

/// The cells of a table's row.
private func cells(_ row: Substring) -> [String] {
  row.split(separator: "|").map { cell in
    cell.split(separator: " ").joined(separator: " ")
  }
}
