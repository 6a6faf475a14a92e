import Lessons

/// A documentation comment, split into its text and Swift's fields.
struct DocumentationComment {
  /// The text without the fields.
  private(set) var body: [Block] = []
  /// The descriptions of the parameters.
  private(set) var parameters: [(name: String, words: [Block])] = []
  /// The description of the result.
  private(set) var returns: [Block] = []
  /// The description of the thrown errors.
  private(set) var failures: [Block] = []

  /// Parses a comment in Markdown.
  ///
  /// - Parameters:
  ///   - comment: The comment.
  ///   - link: Returns the address of a symbol in double backticks; nil leaves it without a link.
  init(_ comment: String, link: (String) -> String?) {
    var diagnostics: [Diagnostic] = []
    let linked = comment.replacing(/``([^`\s]+)``/) { match in
      link(String(match.1)).map { "[`\(match.1)`](\($0))" } ?? "`\(match.1)`"
    }
    let text = Lesson.parse(fragment: linked, file: "", diagnostics: &diagnostics)
    for block in text.body { take(block) }
  }

  /// Its first paragraph, for a list of symbols.
  var summary: [Inline] {
    if case .paragraph(let inlines, _) = body.first { inlines } else { [] }
  }

  private mutating func take(_ block: Block) {
    guard case .list(nil, let tight, let items) = block else { return body.append(block) }
    let rest = items.filter { !take($0) }
    if !rest.isEmpty { body.append(.list(start: nil, tight: tight, rest)) }
  }

  /// Reads an item that is one of Swift's fields; returns false for any other.
  private mutating func take(_ item: [Block]) -> Bool {
    guard let (label, words) = labelled(item) else { return false }
    switch label {
    case "Parameters":
      for case .list(nil, _, let items) in item {
        parameters += items.compactMap { labelled($0).map { ($0.label, $0.words) } }
      }
    case "Returns": returns = words
    case "Throws": failures = words
    case _ where label.hasPrefix("Parameter "):
      parameters.append((String(label.dropFirst("Parameter ".count)), words))
    default: return false
    }
    return true
  }
}

/// Splits an item that begins with a label and a colon; nil for any other.
private func labelled(_ item: [Block]) -> (label: String, words: [Block])? {
  guard case .paragraph(var inlines, let line) = item.first, case .text(let text) = inlines.first,
    let colon = text.firstIndex(of: ":")
  else { return nil }
  inlines[0] = .text(String(text[text.index(after: colon)...].drop { $0 == " " }))
  return (String(text[..<colon]), [.paragraph(inlines, line: line)] + item.dropFirst())
}
