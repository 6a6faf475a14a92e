/// A lesson's front matter and the number of lines that it takes.
struct FrontMatterReader {
  private(set) var frontMatter = FrontMatter()
  /// How many lines belong to it, the `---` lines included.
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
    read(Settings(yaml, of: .frontMatter, file: source.file, firstLine: 2))
  }

  private mutating func read(_ given: Settings) {
    var settings = given
    let sound = settings.diagnostics.isEmpty
    frontMatter.title = required("title", &settings, sound)
    frontMatter.description = required("description", &settings, sound)
    frontMatter.time = settings.int("time", in: 1...10_000)
    let objectives = settings.strings("objectives")
    let keywords = settings.strings("keywords")
    frontMatter.objectives = objectives.map(\.text)
    frontMatter.keywords = keywords.map(\.text)
    checkWords("the title", frontMatter.title, settings.place(of: "title"))
    checkWords("the description", frontMatter.description, settings.place(of: "description"))
    for (text, line) in objectives {
      checkWords("an objective", text, settings.place(onLine: line))
    }
    for (text, line) in keywords { checkWords("a keyword", text, settings.place(onLine: line)) }
    frontMatter.seed = settings.int("seed", in: 0...Int.max) ?? frontMatter.seed
    frontMatter.timeout = settings.int("timeout", in: 1...86_400) ?? frontMatter.timeout
    diagnostics += settings.finish()
  }

  private mutating func checkWords(_ thing: String, _ text: String, _ place: Place) {
    diagnostics += PlainWords.diagnostic(thing, text, place).map { [$0] } ?? []
  }

  private mutating func required(_ key: String, _ settings: inout Settings, _ sound: Bool)
    -> String
  {
    let text = settings.string(key) ?? ""
    if sound, text.isEmpty {
      diagnostics.append(.error(settings.place(of: "title"), "the front matter has no '\(key)'"))
    }
    return text
  }
}

private func isDelimiter(_ line: Substring) -> Bool {
  line.prefix { $0 != " " && $0 != "\t" } == "---" && line.allSatisfy { "- \t".contains($0) }
}
