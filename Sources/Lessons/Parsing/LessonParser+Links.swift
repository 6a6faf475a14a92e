extension LessonParser {
  /// Parses a link, the text of a claim, or a reference.
  mutating func link(_ node: MarkdownNode, to destination: String, title: String) -> Inline {
    let line = locator.line(of: "](\(destination)")
    let text = inner(node)
    let (scheme, name) = split(destination)
    if scheme == "claim", !text.isBlank, !name.isEmpty { return .claim(name, text, line: line) }
    if let kind = Reference.Kind(rawValue: scheme), !name.isEmpty {
      return .reference(Reference(kind: kind, name: name), text, line: line)
    }
    if isScript(destination) {
      error(line, "a 'javascript:' link is not allowed")
    } else if hasTitle {
      checkLink(destination, scheme: scheme, text: text, line: line)
    }
    return .link(destination: destination, title: title, text, line: line)
  }

  /// Parses an image from a file.
  mutating func image(_ node: MarkdownNode, source: String, title: String) -> Inline {
    let line = locator.line(of: "](\(source)")
    let inlines = inner(node)
    let alt = inlines.plainText
    if alt.allSatisfy(\.isWhitespace) {
      warning(
        line, "an image without alt text",
        help: "describe the image in its brackets: ![alt text](file)")
    }
    if isScript(source) {
      error(line, "a 'javascript:' link is not allowed")
    } else if hasTitle {
      checkImage(source, text: inlines, line: line)
    }
    return .image(source: source, title: title, alt: alt, line: line)
  }

  private mutating func checkLink(
    _ destination: String, scheme: String, text: [Inline], line: Int
  ) {
    if destination.allSatisfy(\.isWhitespace) {
      error(line, "a link without a target", help: "write [text](address), or [](fig:name)")
    } else if destination.hasSuffix(":"), isReference(scheme) {
      error(line, "a link to '\(destination)' without a name", help: "write \(form(of: scheme))")
    } else if scheme == "claim" {
      error(line, "a claim without text", help: "write [text](\(destination))")
    } else if !scheme.isEmpty, !schemes.contains(scheme.lowercased()) {
      error(
        line, "unknown link scheme '\(scheme):'",
        help: schemeHelp(scheme, name: String(destination.dropFirst(scheme.count + 1))))
    } else if text.isBlank, !destination.hasPrefix("#") {
      error(line, "a link without text", help: linkHelp(destination))
    }
  }

  private mutating func checkImage(_ source: String, text: [Inline], line: Int) {
    let (scheme, name) = split(source)
    if source.allSatisfy(\.isWhitespace) {
      error(line, "an image without a file", help: "write ![alt text](file)")
    } else if isReference(scheme) {
      error(
        line, "'\(source)' is not an image file",
        help:
          "figures appear below their cell; refer to one with \(form(of: scheme, name))")
    }
    if text.contains(where: \.isFormula) {
      warning(
        line, "a formula in an image's alt text is read aloud as TeX",
        help: "write it in words or in plain characters: x², 10⁻³")
    }
  }

  private func isReference(_ scheme: String) -> Bool {
    scheme == "claim" || Reference.Kind(rawValue: scheme) != nil
  }

  private func form(of scheme: String, _ name: String = "name") -> String {
    scheme == "claim" ? "[text](claim:\(name))" : "[](\(scheme):\(name))"
  }

  private func linkHelp(_ destination: String) -> String {
    destination.hasSuffix(".md") && !destination.contains(":")
      ? "write [text](\(destination)), or [](lesson:\(destination.dropLast(3))) for its title"
      : "write [text](\(destination))"
  }

  /// The link to write instead of one with a scheme of another tool.
  private func schemeHelp(_ scheme: String, name: String) -> String {
    let known = Reference.Kind.allCases.map(\.rawValue) + ["claim"]
    switch scheme.lowercased() {
    case "sec", "section", "chap", "chapter", "heading", "head", "thm", "def", "lem", "part", "app":
      return "refer to a heading by its name: [](#\(name)), with '## Heading {#\(name)}'"
    case "ex", "exr", "exercise", "sol", "solution":
      return "refer to an exercise by its anchor: [text](#exercise-\(name))"
    case "figure", "plot", "img", "image": return "did you mean 'fig:\(name)'?"
    case "tab", "table": return "did you mean 'tbl:\(name)'?"
    case "eqn", "equation", "formula": return "did you mean 'eq:\(name)'?"
    case "lst", "listing", "code": return "did you mean 'cell:\(name)'?"
    case "doc", "page", "md": return "did you mean 'lesson:\(name)'?"
    case "cite", "bib": return "cite a work as [@\(name)]"
    case "fn", "note": return "refer to a footnote as [^\(name)]"
    case "doi": return "write https://doi.org/\(name)"
    default:
      return suggestion(for: scheme.lowercased(), among: known + schemes.sorted())
        ?? "use fig:, tbl:, eq:, cell:, lesson:, claim:, #name, a file or https://…"
    }
  }
}

/// The URL schemes that browsers, mail, chat and other applications handle.
private let schemes: Set<String> = [
  "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "file", "data", "geo", "irc",
  "ircs",
  "xmpp", "sip", "news", "git", "ssh", "svn", "urn", "magnet", "matrix", "vscode", "zotero",
]

/// Splits a link's destination into its scheme and the rest.
private func split(_ destination: String) -> (scheme: String, rest: String) {
  guard destination.contains(":"),
    let match = destination.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.\-]*):/)
  else {
    return ("", destination)
  }
  return (String(match.1), String(destination[match.range.upperBound...]))
}

/// Whether a browser would run an address as a script, ignoring spaces and control characters.
private func isScript(_ destination: String) -> Bool {
  let letters = destination.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
  return String(String.UnicodeScalarView(letters)).lowercased().hasPrefix("javascript:")
}

extension [Inline] {
  /// Whether nothing in them is visible.
  fileprivate var isBlank: Bool {
    allSatisfy { inline in
      switch inline {
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .softBreak, .lineBreak: true
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): inner.isBlank
      default: false
      }
    }
  }
}

extension Inline {
  fileprivate var isFormula: Bool {
    if case .formula = self { true } else { children.contains(where: \.isFormula) }
  }
}
