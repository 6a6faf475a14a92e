/// Something in a paragraph that looks like markup and is none, with the form to use.
struct FormProblem: Equatable {
  /// The byte at which it begins.
  var offset: Int
  var severity: Diagnostic.Severity
  var summary: String
  var help: String
}

extension FormProblem {
  private static func error(_ offset: Int, _ summary: String, _ help: String) -> FormProblem {
    FormProblem(offset: offset, severity: .error, summary: summary, help: help)
  }

  private static func warning(_ offset: Int, _ summary: String, _ help: String) -> FormProblem {
    FormProblem(offset: offset, severity: .warning, summary: summary, help: help)
  }

  // MARK: Code and values

  static func openValue(at offset: Int) -> FormProblem {
    error(
      offset, "the value that begins here is not closed in its paragraph",
      "end it with a backtick: `{swift} …`; a line that begins with '+', '-', '#' or '1.' ends a "
        + "paragraph")
  }

  static func openCode(at offset: Int) -> FormProblem {
    warning(
      offset, "a backtick opens code here that is not closed in its paragraph",
      "close it with as many backticks, or write '\\`' for a backtick")
  }

  /// Whether code is opened and not closed.
  var isOpenCode: Bool { self == .openCode(at: offset) || self == .openValue(at: offset) }

  static func openComment(at offset: Int) -> FormProblem {
    error(
      offset, "a comment that is not closed in its paragraph, or that has '--' in it",
      "close it with '-->', or begin it on a line of its own")
  }

  // MARK: Formulas

  static func valueInFormula(at offset: Int) -> FormProblem {
    error(
      offset, "a value inside a formula",
      "end the formula before the value: $p =$ `{swift} …`")
  }

  static func openDisplay(at offset: Int) -> FormProblem {
    error(
      offset, "'$$' opens a formula that is not closed in its paragraph",
      "close it with '$$', without a blank line inside; write '\\$\\$' for two dollars")
  }

  static func spacedFormula(_ tex: String, at offset: Int) -> FormProblem {
    warning(
      offset, "no formula, since a space comes before its closing dollar",
      "write $\(tex.withoutBlanksAround)$")
  }

  static func proseAsFormula(at offset: Int) -> FormProblem {
    warning(
      offset, "the words between these dollars are set as a formula",
      "write '\\$' for a dollar, and \\text{…} for words in a formula")
  }

  // MARK: Links and brackets

  static func brokenLink(at offset: Int) -> FormProblem {
    warning(
      offset, "this is no link: its address is not closed, or has spaces in it",
      "write [words](address), and an address with spaces as [words](<an address>)")
  }

  static func undefinedLabel(_ label: String, at offset: Int) -> FormProblem {
    warning(
      offset, "no line defines the label '\(label)', so this is no link",
      "write [words](address), or define it on a line of its own: [\(label)]: address")
  }

  static func noteInContainer(at offset: Int) -> FormProblem {
    error(
      offset, "a footnote is defined inside a list or a quotation",
      "put its line at the left margin, outside of both")
  }

  /// What is wrong with brackets that hold `words` and are no link; nil where they are prose.
  static func bracket(_ words: String, at offset: Int) -> FormProblem? {
    if words.hasPrefix("^"), words.count > 1 {
      return warning(
        offset, "a footnote's name has no spaces, and its words come elsewhere",
        "write [^name] here, and on a line of its own: [^name]: the words")
    }
    if let key = words.firstMatch(of: /@([\p{L}\p{N}_][\p{L}\p{N}_:.\-]*)/)?.1,
      words.firstMatch(of: /(?:^-?|[\s;(*])@[\p{L}\p{N}_]/) != nil
    {
      return warning(
        offset, "a citation that is not understood: '[\(words.prefix(40))]'",
        "write [@\(key)], [@\(key), p. 3], [-@\(key)] or [@\(key); @other]; other words stand "
          + "outside the brackets")
    }
    if words.wholeMatch(of: /(claim|fig|tbl|eq|cell|lesson):[\p{L}\p{N}_\-\/]+/) != nil {
      return warning(
        offset, "'[\(words)]' is no link", "write [](\(words)), or [words](\(words))")
    }
    return nil
  }
}
