import Lessons

/// What a comment says of a symbol, taken apart: its prose, and what Swift's own form sets aside.
struct Explanation {
  /// The prose.
  private(set) var body: [Block] = []
  /// What each parameter is.
  private(set) var parameters: [(name: String, words: [Block])] = []
  /// What comes out.
  private(set) var returns: [Block] = []
  /// What is thrown.
  private(set) var failures: [Block] = []

  /// Reads a comment in Markdown.
  ///
  /// - Parameters:
  ///   - comment: The comment.
  ///   - link: The address of what stands in double backquotes; nil leaves it without a link.
  init(_ comment: String, link: (String) -> String?) {
    var diagnostics: [Diagnostic] = []
    let linked = comment.replacing(/``([^`\s]+)``/) { match in
      link(String(match.1)).map { "[`\(match.1)`](\($0))" } ?? "`\(match.1)`"
    }
    let text = Lesson.parse(fragment: linked, file: "", diagnostics: &diagnostics)
    for block in text.body { take(block) }
  }

  /// Its first words, as a list of names has them.
  var summary: [Inline] {
    if case .paragraph(let inlines, _) = body.first { inlines } else { [] }
  }

  private mutating func take(_ block: Block) {
    guard case .list(nil, let tight, let items) = block else { return body.append(block) }
    let rest = items.filter { !take($0) }
    if !rest.isEmpty { body.append(.list(start: nil, tight: tight, rest)) }
  }

  /// Takes an item of Swift's form; false for any other.
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

/// An item that begins with a label and a colon: the label, and what comes behind it.
private func labelled(_ item: [Block]) -> (label: String, words: [Block])? {
  guard case .paragraph(var inlines, let line) = item.first, case .text(let text) = inlines.first,
    let colon = text.firstIndex(of: ":")
  else { return nil }
  inlines[0] = .text(String(text[text.index(after: colon)...].drop { $0 == " " }))
  return (String(text[..<colon]), [.paragraph(inlines, line: line)] + item.dropFirst())
}
