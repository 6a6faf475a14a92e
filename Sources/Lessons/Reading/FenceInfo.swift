/// What stands behind a fence that is no cell of ours.
struct FenceInfo {
  private let info: String

  init(_ info: String) { self.info = info }

  /// What to write instead.
  var help: String {
    guard let match = info.prefixMatch(of: /\{\s*([=.]?)([A-Za-z][\w:\-]*)(.*)/) else {
      return usual
    }
    let word = String(match.2)
    if word.lowercased() == "swift" {
      return "write '```{swift}', and options on lines of '//|' inside: //| label: name"
    }
    if match.1 == "." { return "write '```\(word)' for code that is only shown" }
    switch word {
    case "math": return "write '```math', and its name as '```math {#eq:name}'"
    case "figure", "image": return "write ![words](file)"
    case "table", "list-table", "csv-table": return "write a pipe table: | a | b |"
    case "code", "code-block", "sourcecode": return "write '```' and the language: ```swift"
    case "code-cell": return "write '```{swift}'"
    case "bibliography", "tableofcontents", "toctree", "contents":
      return "leave it out: each page lists its headings and the works it cites"
    case "mermaid", "dot":
      return "show a picture from a file, ![words](file), or let a cell draw a figure"
    default: return blocks.contains(word) ? ForeignForm.block(for: word) : usual
    }
  }

  private var usual: String {
    "cells that run are '{swift}'; code that is only shown has its name without braces"
  }
}

/// The directives of MyST that teach.
private let blocks: Set<String> = [
  "note", "tip", "hint", "important", "warning", "caution", "danger", "error", "attention",
  "admonition", "seealso", "exercise", "solution", "dropdown", "topic", "sidebar", "margin",
  "aside", "epigraph", "callout-note", "proof", "prf:theorem", "prf:definition",
]
