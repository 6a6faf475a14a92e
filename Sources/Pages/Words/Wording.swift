internal import Markup

/// The words of the interface in one language.
package struct Wording: Equatable, Sendable {
  private let words: [String: String]
  /// Every phrase, taken apart where values come in.
  private let pieces: [String: [Piece]]
  /// The languages that the table has.
  package let languages: [String]
  /// Whether the table has the language that was asked for; otherwise the words are English.
  package let isKnown: Bool
  /// The interface's language and the pages', where these are not the same.
  let foreign: Foreign?
  /// Whether the pages run from right to left.
  let isRightToLeft: Bool

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
    let page = Language(language)
    foreign = isKnown ? nil : Foreign(interface: Language(languages.first ?? "en"), page: page)
    isRightToLeft = page.isRightToLeft
    let pairs = rows.dropFirst(2).map { ($0[0], $0[min(1 + (column ?? 0), $0.count - 1)]) }
    words = Dictionary(pairs) { first, _ in first }
    pieces = words.mapValues(Piece.all)
  }

  /// A page in one language whose interface speaks another.
  struct Foreign: Equatable, Sendable {
    let interface: Language
    let page: Language
  }

  /// Our own table, `words.md`.
  package static let table = String(decoding: PackageResources.words_md, as: UTF8.self)

  /// The names of all phrases.
  package static let phrases = Phrase.allCases.map(\.rawValue)

  /// A phrase that takes nothing.
  subscript(_ phrase: Phrase) -> String { words[phrase.rawValue] ?? phrase.rawValue }

  /// A phrase around what it takes.
  func callAsFunction(_ phrase: Phrase, _ values: String...) -> String {
    (pieces[phrase.rawValue] ?? []).map { piece -> String in
      switch piece {
      case .words(let words): words
      case .place(let place): values.indices.contains(place) ? values[place] : ""
      }
    }.joined()
  }

  /// A phrase around markup that it takes.
  func callAsFunction(_ phrase: Phrase, _ values: HTML...) -> HTML { self(phrase, values) }

  func callAsFunction(_ phrase: Phrase, _ values: [HTML]) -> HTML {
    (pieces[phrase.rawValue] ?? []).map { piece -> HTML in
      switch piece {
      case .words(let words): "\(words)"
      case .place(let place): values.indices.contains(place) ? values[place] : HTML()
      }
    }.joined()
  }

  private enum Piece: Equatable, Sendable {
    case words(String)
    case place(Int)

    static func all(in text: String) -> [Piece] {
      var pieces: [Piece] = []
      var end = text.startIndex
      for match in text.matches(of: /\{([1-9])\}/) {
        pieces += [
          .words(String(text[end..<match.range.lowerBound])), .place((Int(match.1) ?? 1) - 1),
        ]
        end = match.range.upperBound
      }
      return pieces + [.words(String(text[end...]))]
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
