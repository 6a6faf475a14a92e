/// Text in a paragraph that looks like markup but is not, with the syntax to use instead.
struct MarkupProblem: Equatable {
  /// The offset of its first byte.
  var offset: Int
  var severity: Diagnostic.Severity
  var summary: String
  var help: String
}

extension MarkupProblem {
  private static func error(_ offset: Int, _ summary: String, help: String) -> MarkupProblem {
    MarkupProblem(offset: offset, severity: .error, summary: summary, help: help)
  }

  private static func warning(_ offset: Int, _ summary: String, help: String) -> MarkupProblem {
    MarkupProblem(offset: offset, severity: .warning, summary: summary, help: help)
  }

  // MARK: Code and values

  static func unclosedValue(at offset: Int) -> MarkupProblem {
    error(
      offset, "the value that begins here is not closed in its paragraph",
      help:
        "end it with a backtick: `{swift} …`; a line that begins with '+', '-', '#' or '1.' ends a "
        + "paragraph")
  }

  static func unclosedCode(at offset: Int) -> MarkupProblem {
    warning(
      offset, "this backtick opens code that is not closed in its paragraph",
      help: "close it with the same number of backticks, or write '\\`' for a literal backtick")
  }

  /// Whether the problem is code or a value that is not closed.
  var isUnclosedCode: Bool {
    self == .unclosedCode(at: offset) || self == .unclosedValue(at: offset)
  }

  static func unclosedComment(at offset: Int) -> MarkupProblem {
    error(
      offset, "a comment that is not closed in its paragraph, or that contains '--'",
      help: "close it with '-->', or start it on its own line")
  }

  // MARK: Formulas

  static func valueInFormula(at offset: Int) -> MarkupProblem {
    error(
      offset, "a value inside a formula",
      help: "end the formula before the value: $p =$ `{swift} …`")
  }

  static func unclosedDisplay(at offset: Int) -> MarkupProblem {
    error(
      offset, "'$$' opens a formula that is not closed in its paragraph",
      help: "close it with '$$', without a blank line inside; write '\\$\\$' for two dollar signs")
  }

  static func spacedFormula(_ tex: String, at offset: Int) -> MarkupProblem {
    warning(
      offset, "not a formula: there is a space before the closing dollar sign",
      help: "write $\(tex.trimmed)$")
  }

  static func proseInFormula(at offset: Int) -> MarkupProblem {
    warning(
      offset, "the text between these dollar signs is treated as a formula",
      help: "write '\\$' for a dollar sign, and \\text{…} for text in a formula")
  }

  // MARK: Links and brackets

  static func unfinishedLink(at offset: Int) -> MarkupProblem {
    warning(
      offset, "not a link: its address is not closed or contains spaces",
      help: "write [text](address), or [text](<an address>) if the address contains spaces")
  }

  static func undefinedLabel(_ label: String, at offset: Int) -> MarkupProblem {
    warning(
      offset, "the link label '\(label)' is not defined",
      help: "write [text](address), or define the label on its own line: [\(label)]: address")
  }

  static func footnoteInContainer(at offset: Int) -> MarkupProblem {
    error(
      offset, "a footnote definition inside a list or a block quote",
      help: "move it to the left margin, outside the list or block quote")
  }

  /// Returns the problem with `[text]` that is not a link; nil if it is prose.
  static func bracket(_ text: String, at offset: Int) -> MarkupProblem? {
    if text.hasPrefix("^"), text.count > 1 {
      return warning(
        offset, "a footnote's name cannot contain spaces, and its text goes in its definition",
        help: "write [^name] here, and define it on its own line: [^name]: text")
    }
    if let key = text.firstMatch(of: /@([\p{L}\p{N}_][\p{L}\p{N}_:.\-]*)/)?.1,
      text.firstMatch(of: /(?:^-?|[\s;(*])@[\p{L}\p{N}_]/) != nil
    {
      return warning(
        offset, "invalid citation: '[\(text.prefix(40))]'",
        help: "write [@\(key)], [@\(key), p. 3], [-@\(key)] or [@\(key); @other]; put other text "
          + "outside the brackets")
    }
    if text.wholeMatch(of: /(claim|fig|tbl|eq|cell|lesson):[\p{L}\p{N}_\-\/]+/) != nil {
      return warning(
        offset, "'[\(text)]' is not a link", help: "write [](\(text)), or [text](\(text))")
    }
    return nil
  }
}
