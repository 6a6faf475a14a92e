extension LessonParser {
  /// Reports code that looks like a value but is not one.
  mutating func reportValue(_ literal: String) {
    guard hasTitle, literal.hasPrefix("{"),
      let match = literal.prefixMatch(of: /\{([A-Za-z]+)((?:[ ,][^}\n]*)?)\}(\s*)/)
    else { return }
    let language = match.1.lowercased()
    let code = literal[match.range.upperBound...]
    if language == "swift" {
      reportSwiftValue(
        literal, options: String(match.2), isEmpty: code.isEmpty, isWrongCase: match.1 != "swift")
    } else if languages.contains(language), !code.isEmpty {
      error(
        locator.line(of: "`\(literal.prefix(24))"),
        "unsupported language of a value: '{\(match.1)}'",
        help:
          "values are Swift code: `{swift} …`; write `` `{\(match.1)} …` `` to show the code itself"
      )
    }
  }

  private mutating func reportSwiftValue(
    _ literal: String, options: String, isEmpty: Bool, isWrongCase: Bool
  ) {
    let line = locator.line(of: "`\(literal.prefix(24))")
    if isWrongCase {
      error(
        line, "unsupported language of a value: '\(literal.prefix { $0 != "}" })}'",
        help: "write `{swift} …`")
    } else if isEmpty {
      error(line, "a value without an expression", help: "write `{swift} expression`")
    } else {
      error(
        line, "unsupported options of a value: '\(options.dropFirst())'",
        help: "write `{swift} …`, or `{swift session} …` for a named session")
    }
  }
}

/// The languages and roles of inline values in other tools, and misspellings of Swift.
private let languages: Set<String> = [
  "python", "py", "r", "julia", "jl", "js", "javascript", "ojs", "ts", "typescript", "ruby", "rust",
  "sql", "bash", "sh", "octave", "matlab", "eval", "glue", "haskell", "scala", "kotlin", "swft",
  "swif",
  "math", "code",
]
