/// Parses the front matter of a lesson.
struct FrontMatterParser {
  private(set) var frontMatter = FrontMatter()
  /// The number of its lines, including the `---` lines.
  private(set) var lineCount = 0
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) {
    guard isDelimiter(source[1]) else {
      diagnostics = [
        .error(
          source.place(1), "the lesson does not begin with front matter",
          help: "begin with three lines: '---', 'title: …', '---'")
      ]
      return
    }
    guard let end = source.lines.indices.dropFirst().first(where: { isDelimiter(source.lines[$0]) })
    else {
      diagnostics = [.error(source.place(1), "the front matter has no closing '---'")]
      return
    }
    lineCount = end + 1
    let yaml = source.lines[1..<end].joined(separator: "\n")
    read(YAMLSettings(yaml, of: .frontMatter, file: source.file, firstLine: 2))
  }

  private mutating func read(_ given: YAMLSettings) {
    var settings = given
    let isValid = settings.diagnostics.isEmpty
    frontMatter.title = required("title", in: &settings, isValid: isValid)
    frontMatter.description = required("description", in: &settings, isValid: isValid)
    frontMatter.time = settings.int("time", in: 1...10_000)
    let objectives = settings.strings("objectives")
    let keywords = settings.strings("keywords")
    frontMatter.objectives = objectives.map(\.text)
    frontMatter.keywords = keywords.map(\.text)
    checkPlainText("the title", frontMatter.title, at: settings.place(of: "title"))
    checkPlainText(
      "the description", frontMatter.description, at: settings.place(of: "description"))
    for (text, line) in objectives {
      checkPlainText("an objective", text, at: settings.place(onLine: line))
    }
    for (text, line) in keywords {
      checkPlainText("a keyword", text, at: settings.place(onLine: line))
    }
    frontMatter.seed = settings.int("seed", in: 0...Int.max) ?? frontMatter.seed
    frontMatter.timeout = settings.int("timeout", in: 1...86_400) ?? frontMatter.timeout
    diagnostics += settings.finish()
  }

  private mutating func checkPlainText(_ subject: String, _ text: String, at place: Place) {
    diagnostics += PlainTextCheck.diagnostic(subject, text, at: place).map { [$0] } ?? []
  }

  private mutating func required(
    _ key: String, in settings: inout YAMLSettings, isValid: Bool
  ) -> String {
    let text = settings.string(key) ?? ""
    if isValid, text.isEmpty {
      diagnostics.append(.error(settings.place(of: "title"), "the front matter has no '\(key)'"))
    }
    return text
  }
}

private func isDelimiter(_ line: Substring) -> Bool {
  line.prefix { $0 != " " && $0 != "\t" } == "---" && line.allSatisfy { "- \t".contains($0) }
}
