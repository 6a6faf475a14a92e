extension Reference {
  /// How to refer to what Quarto calls `fig-name`; nil where `key` is not of that form.
  public static func help(forKey key: String) -> String? {
    key.wholeMatch(of: /(fig|tbl|eq|sec|lst|tab)[\-:]([\w\-]+)/).map {
      ForeignForm.reference(String($0.1), String($0.2))
    }
  }
}

extension ForeignForm {
  /// References, citations and roles of other tools.
  static let references = [
    ForeignForm(
      "a reference of Quarto", in: ["@"],
      /(?:^|[^A-Za-z0-9_@.\/`\x7F])(@(fig|tbl|eq|sec|lst|thm|lem|cor|prp|def|exm|exr|tab)[\-:]([A-Za-z0-9_][A-Za-z0-9_\-]*))/
    ) { reference($0[1], $0[2]) },
    ForeignForm(
      "a citation without brackets", in: ["@"],
      /(?:^|[^A-Za-z0-9_@.\/`\x7F])(@([A-Za-z]+[_:\-]?[0-9]{4}[a-z]?))(?![A-Za-z0-9_])/
    ) { "write [@\($0[1])], or [-@\($0[1])] after the authors' names" },
    ForeignForm(
      "a role of MyST", in: ["}`"], /(\{([A-Za-z][\w:.+\-]*)\}`[^`\n]*`)/
    ) { role($0[1], $0[0]) },
    ForeignForm(
      "a role of reStructuredText", in: [":`"], /(?:^|[^\w:])(:([A-Za-z][\w:.+\-]*):`[^`\n]*`)/
    ) { role($0[1], $0[0]) },
  ]

  /// How a thing of Quarto's kinds is referred to here.
  static func reference(_ kind: String, _ name: String) -> String {
    switch kind {
    case "fig", "eq": "write [](\(kind):\(name))"
    case "tbl", "tab": "write [](tbl:\(name))"
    case "lst": "write [](cell:\(name))"
    case "sec": "write [](#\(name)), where the heading has the name: ## Words {#\(name)}"
    default: "write [words](#\(name)), where a heading has the name: ## Words {#\(name)}"
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
    case "download": return "write [words](\(inside))"
    default: return "write the words themselves; the format has no roles"
    }
  }
}
