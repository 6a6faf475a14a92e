/// The info string, in braces, of a fence that is not a cell.
struct ForeignFence {
  private let info: String

  init(_ info: String) { self.info = info }

  /// The syntax to write instead.
  var help: String {
    guard let match = info.prefixMatch(of: /\{\s*([=.]?)([A-Za-z][\w:\-]*)(.*)/) else {
      return defaultHelp
    }
    let word = String(match.2)
    if word.lowercased() == "swift" {
      return "write '```{swift}', with options on '//|' lines inside: //| label: name"
    }
    if match.1 == "." { return "write '```\(word)' for code that is only shown" }
    switch word {
    case "math": return "write '```math', or '```math {#eq:name}' to name it"
    case "figure", "image": return "write ![alt text](file)"
    case "table", "list-table", "csv-table": return "write a pipe table: | a | b |"
    case "code", "code-block", "sourcecode": return "write '```' and the language: ```swift"
    case "code-cell": return "write '```{swift}'"
    case "bibliography", "tableofcontents", "toctree", "contents":
      return "remove it: each page lists its headings and the works it cites"
    case "mermaid", "dot":
      return "show an image file, ![alt text](file), or draw a figure in a cell"
    default: return admonitions.contains(word) ? ForeignSyntax.block(for: word) : defaultHelp
    }
  }

  private var defaultHelp: String {
    "write '{swift}' for a cell, or the language without braces for code that is only shown"
  }
}

/// The MyST directives that correspond to alerts.
private let admonitions: Set<String> = [
  "note", "tip", "hint", "important", "warning", "caution", "danger", "error", "attention",
  "admonition", "seealso", "exercise", "solution", "dropdown", "topic", "sidebar", "margin",
  "aside", "epigraph", "callout-note", "proof", "prf:theorem", "prf:definition",
]
