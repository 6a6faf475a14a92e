extension LessonReader {
  /// Reports code that looks like a value and is none.
  mutating func refuseValue(_ literal: String) {
    guard hasTitle, literal.hasPrefix("{"),
      let match = literal.prefixMatch(of: /\{([A-Za-z]+)((?:[ ,][^}\n]*)?)\}(\s*)/)
    else { return }
    let language = match.1.lowercased()
    let code = literal[match.range.upperBound...]
    if language == "swift" {
      refuse(
        literal, swift: String(match.2), isEmpty: code.isEmpty, isWrongCase: match.1 != "swift")
    } else if languages.contains(language), !code.isEmpty {
      error(
        locator.line(of: "`\(literal.prefix(24))"),
        "a value of kind '{\(match.1)}', which nothing computes",
        help: "values are computed in Swift: `{swift} …`; write `` `{\(match.1)} …` `` to show one")
    }
  }

  private mutating func refuse(
    _ literal: String, swift words: String, isEmpty: Bool, isWrongCase: Bool
  ) {
    let line = locator.line(of: "`\(literal.prefix(24))")
    if isWrongCase {
      error(line, "a value of kind '\(literal.prefix { $0 != "}" })}'", help: "write `{swift} …`")
    } else if isEmpty {
      error(line, "a value without an expression", help: "write `{swift} expression`")
    } else {
      error(
        line, "a value with the options '\(words.dropFirst())'",
        help: "write `{swift} …`, or `{swift session} …` for a session's")
    }
  }
}

/// The languages in which other tools compute values.
private let languages: Set<String> = [
  "python", "py", "r", "julia", "jl", "js", "javascript", "ojs", "ts", "typescript", "ruby", "rust",
  "sql", "bash", "sh", "octave", "matlab", "eval", "glue", "haskell", "scala", "kotlin", "swft",
  "swif",
  "math", "code",
]
