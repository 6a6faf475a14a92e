extension Reference {
  /// The reference to write instead of Quarto's `fig-name`; nil if `key` does not have that form.
  public static func help(forKey key: String) -> String? {
    key.wholeMatch(of: /(fig|tbl|eq|sec|lst|tab)[\-:]([\w\-]+)/).map {
      ForeignSyntax.reference(String($0.1), String($0.2))
    }
  }
}

extension ForeignSyntax {
  /// References, citations and roles of other tools.
  static let references = [
    ForeignSyntax(
      "a Quarto reference",
      /(?:^|[^A-Za-z0-9_@.\/`\x7F])(@(fig|tbl|eq|sec|lst|thm|lem|cor|prp|def|exm|exr|tab)[\-:]([A-Za-z0-9_][A-Za-z0-9_\-]*))/,
      in: ["@"]
    ) { reference($0[1], $0[2]) },
    ForeignSyntax(
      "a citation without brackets",
      /(?:^|[^A-Za-z0-9_@.\/`\x7F])(@([A-Za-z]+[_:\-]?[0-9]{4}[a-z]?))(?![A-Za-z0-9_])/,
      in: ["@"]
    ) { "write [@\($0[1])], or [-@\($0[1])] after the authors' names" },
    ForeignSyntax(
      "a MyST role", /(\{([A-Za-z][\w:.+\-]*)\}`[^`\n]*`)/, in: ["}`"]
    ) { role($0[1], $0[0]) },
    ForeignSyntax(
      "a reStructuredText role", /(?:^|[^\w:])(:([A-Za-z][\w:.+\-]*):`[^`\n]*`)/, in: [":`"]
    ) { role($0[1], $0[0]) },
  ]

  /// The help for a Quarto reference of a kind such as `fig`.
  static func reference(_ kind: String, _ name: String) -> String {
    switch kind {
    case "fig", "eq": "write [](\(kind):\(name))"
    case "tbl", "tab": "write [](tbl:\(name))"
    case "lst": "write [](cell:\(name))"
    case "sec": "write [](#\(name)), and name the heading: ## Heading {#\(name)}"
    default: "write [text](#\(name)), and name the heading: ## Heading {#\(name)}"
    }
  }

  private static func role(_ name: String, _ text: String) -> String {
    let inside = text.split(separator: "`").last.map(String.init) ?? ""
    switch name {
    case "ref", "numref": return "write [](#\(inside)), [](fig:\(inside)) or [](tbl:\(inside))"
    case "eq", "math:numref": return "write [](eq:\(inside))"
    case "doc": return "write [](lesson:\(inside))"
    case "math": return "write $\(inside)$"
    case "cite", "cite:t", "cite:p", "citep", "citet": return "write [@\(inside)]"
    case "code", "py:func", "func", "class", "mod": return "write `\(inside)`"
    case "sub", "sup": return "write a formula: $x_1$, $x^2$"
    case "download": return "write [text](\(inside))"
    default: return "write plain text; the format has no roles"
    }
  }
}
