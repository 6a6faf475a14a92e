extension LessonReader {
  /// A link, a claim's words or a reference.
  mutating func link(_ destination: String, _ title: String, _ node: MarkdownNode) -> Inline {
    let line = locator.line(of: "](\(destination)")
    let words = inner(node)
    let (scheme, name) = split(destination)
    if scheme == "claim", !words.areEmpty, !name.isEmpty { return .claim(name, words, line: line) }
    if let kind = Reference.Kind(rawValue: scheme), !name.isEmpty {
      return .reference(Reference(kind: kind, name: name), words, line: line)
    }
    if isScript(destination) {
      error(line, "a 'javascript:' link")
    } else if hasTitle {
      checkLink(destination, scheme, words, line)
    }
    return .link(destination: destination, title: title, words, line: line)
  }

  /// A picture from a file.
  mutating func image(_ source: String, _ title: String, _ node: MarkdownNode) -> Inline {
    let line = locator.line(of: "](\(source)")
    let inlines = inner(node)
    let alt = inlines.plainText
    if alt.allSatisfy(\.isWhitespace) {
      warning(
        line, "an image without words", help: "say in its brackets what it shows: ![words](file)")
    }
    if isScript(source) {
      error(line, "a 'javascript:' link")
    } else if hasTitle {
      checkImage(source, inlines, line)
    }
    return .image(source: source, title: title, alt: alt, line: line)
  }

  private mutating func checkLink(
    _ destination: String, _ scheme: String, _ words: [Inline], _ line: Int
  ) {
    if destination.allSatisfy(\.isWhitespace) {
      error(line, "a link without a target", help: "write [words](address), or [](fig:name)")
    } else if destination.hasSuffix(":"), isReference(scheme) {
      error(line, "a link to '\(destination)' without a name", help: "write \(form(of: scheme))")
    } else if scheme == "claim" {
      error(line, "a claim without words", help: "write [the words](\(destination))")
    } else if !scheme.isEmpty, !schemes.contains(scheme.lowercased()) {
      error(
        line, "a link of the unknown kind '\(scheme):'",
        help: nearest(scheme, String(destination.dropFirst(scheme.count + 1))))
    } else if words.areEmpty, !destination.hasPrefix("#") {
      error(line, "a link without words", help: wording(destination))
    }
  }

  private mutating func checkImage(_ source: String, _ words: [Inline], _ line: Int) {
    let (scheme, name) = split(source)
    if source.allSatisfy(\.isWhitespace) {
      error(line, "an image without a file", help: "write ![words](file)")
    } else if isReference(scheme) {
      error(
        line, "an image of '\(source)', which is no file",
        help:
          "a cell draws its figures where it stands; refer to one with \(form(of: scheme, name))")
    }
    if words.contains(where: \.isFormula) {
      warning(
        line, "a formula in an image's words, which is read out as TeX",
        help: "write it in words or in plain characters: x², 10⁻³")
    }
  }

  private func isReference(_ scheme: String) -> Bool {
    scheme == "claim" || Reference.Kind(rawValue: scheme) != nil
  }

  private func form(of scheme: String, _ name: String = "name") -> String {
    scheme == "claim" ? "[the words](claim:\(name))" : "[](\(scheme):\(name))"
  }

  private func wording(_ destination: String) -> String {
    destination.hasSuffix(".md") && !destination.contains(":")
      ? "write [words](\(destination)), or [](lesson:\(destination.dropLast(3))) for its title"
      : "write [words](\(destination))"
  }

  /// The form for what another tool calls `scheme`.
  private func nearest(_ scheme: String, _ name: String) -> String {
    let known = Reference.Kind.allCases.map(\.rawValue) + ["claim"]
    switch scheme.lowercased() {
    case "sec", "section", "chap", "chapter", "heading", "head", "thm", "def", "lem", "part", "app":
      return "a heading is referred to by its name: [](#\(name)), where it is '## Words {#\(name)}'"
    case "ex", "exr", "exercise", "sol", "solution":
      return "an exercise is a place on its page: [words](#exercise-\(name))"
    case "figure", "plot", "img", "image": return "did you mean 'fig:\(name)'?"
    case "tab", "table": return "did you mean 'tbl:\(name)'?"
    case "eqn", "equation", "formula": return "did you mean 'eq:\(name)'?"
    case "lst", "listing", "code": return "did you mean 'cell:\(name)'?"
    case "doc", "page", "md": return "did you mean 'lesson:\(name)'?"
    case "cite", "bib": return "a work is cited as [@\(name)]"
    case "fn", "note": return "a footnote is referred to as [^\(name)]"
    case "doi": return "write https://doi.org/\(name)"
    default:
      return suggestion(for: scheme.lowercased(), among: known + schemes.sorted())
        ?? "links lead to fig:, tbl:, eq:, cell:, lesson: and claim:, to #name, a file, or https://…"
    }
  }
}

/// The schemes of addresses that browsers and programs of mail, chat and telephones know.
private let schemes: Set<String> = [
  "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "sftp", "file", "data", "geo", "irc",
  "ircs",
  "xmpp", "sip", "news", "git", "ssh", "svn", "urn", "magnet", "matrix", "vscode", "zotero",
]

/// A link's scheme and what follows it.
private func split(_ destination: String) -> (scheme: String, rest: String) {
  guard destination.contains(":"),
    let match = destination.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.\-]*):/)
  else {
    return ("", destination)
  }
  return (String(match.1), String(destination[match.range.upperBound...]))
}

/// Whether a browser would run an address; browsers pass over spaces and control characters.
private func isScript(_ destination: String) -> Bool {
  let letters = destination.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
  return String(String.UnicodeScalarView(letters)).lowercased().hasPrefix("javascript:")
}

extension [Inline] {
  /// Whether nothing can be seen of them.
  fileprivate var areEmpty: Bool {
    allSatisfy { inline in
      switch inline {
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .softBreak, .lineBreak: true
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): inner.areEmpty
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
