internal import Markup

/// The texts of the user interface in one language.
package struct Wording: Equatable, Sendable {
  private let words: [String: String]
  /// Every phrase, split at its placeholders.
  private let pieces: [String: [Piece]]
  /// The languages of the table.
  package let languages: [String]
  /// Whether the table has the requested language; otherwise the interface is English.
  package let isKnown: Bool
  /// The languages of the interface and of the pages, if they differ.
  let foreign: Foreign?
  /// Whether the pages' language is written from right to left.
  let isRightToLeft: Bool

  /// Selects the column of a language: `en-GB` falls back to `en`.
  ///
  /// - Parameters:
  ///   - language: The language's tag, as in HTML.
  ///   - table: A pipe table with a column for each language.
  package init(for language: String, in table: String = Wording.table) {
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("|") }.map(cells)
    languages = Array((rows.first ?? []).dropFirst())
    let column = Wording.column(for: language, in: languages)
    isKnown = column != nil
    let page = Language(language)
    foreign = isKnown ? nil : Foreign(interface: Language(languages.first ?? "en"), page: page)
    isRightToLeft = page.isRightToLeft
    let pairs = rows.dropFirst(2).map { ($0[0], $0[min(1 + (column ?? 0), $0.count - 1)]) }
    words = Dictionary(pairs) { first, _ in first }
    pieces = words.mapValues(Piece.all)
  }

  /// The languages of a page and of its interface.
  struct Foreign: Equatable, Sendable {
    let interface: Language
    let page: Language
  }

  /// The content of `words.md`.
  package static let table = String(decoding: PackageResources.words_md, as: UTF8.self)

  /// The names of all phrases.
  package static let phrases = Phrase.allCases.map(\.rawValue)

  /// A phrase without placeholders.
  subscript(_ phrase: Phrase) -> String { words[phrase.rawValue] ?? phrase.rawValue }

  /// A phrase with values for its placeholders.
  func callAsFunction(_ phrase: Phrase, _ values: String...) -> String {
    (pieces[phrase.rawValue] ?? []).map { piece -> String in
      switch piece {
      case .text(let text): text
      case .placeholder(let number): values.indices.contains(number) ? values[number] : ""
      }
    }.joined()
  }

  /// A phrase with markup for its placeholders.
  func callAsFunction(_ phrase: Phrase, _ values: HTML...) -> HTML { self(phrase, values) }

  func callAsFunction(_ phrase: Phrase, _ values: [HTML]) -> HTML {
    (pieces[phrase.rawValue] ?? []).map { piece -> HTML in
      switch piece {
      case .text(let text): "\(text)"
      case .placeholder(let number): values.indices.contains(number) ? values[number] : HTML()
      }
    }.joined()
  }

  private enum Piece: Equatable, Sendable {
    case text(String)
    /// The index of a value, from 0.
    case placeholder(Int)

    static func all(in text: String) -> [Piece] {
      var pieces: [Piece] = []
      var end = text.startIndex
      for match in text.matches(of: /\{([1-9])\}/) {
        pieces += [
          .text(String(text[end..<match.range.lowerBound])), .placeholder((Int(match.1) ?? 1) - 1),
        ]
        end = match.range.upperBound
      }
      return pieces + [.text(String(text[end...]))]
    }
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
