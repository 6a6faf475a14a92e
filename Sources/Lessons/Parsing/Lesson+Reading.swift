public import Foundation

extension Lesson {
  /// The size limit of a file in bytes: libcmark uses a lot of memory on hostile input.
  static let sizeLimit = 4_000_000

  /// Reads the lesson in a file.
  ///
  /// - Parameters:
  ///   - file: The file, as the user named it.
  ///   - diagnostics: Receives the problems of the lesson in the order of its lines.
  /// - Returns: The lesson, as far as it could be parsed; nil if the file could not be read.
  public static func read(_ file: String, diagnostics: inout [Diagnostic]) -> Lesson? {
    do throws(Diagnostic) {
      let text = try text(in: FileManager.default.contents(atPath: file), of: file)
      return parse(text, file: file, diagnostics: &diagnostics)
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// Parses a lesson's text.
  ///
  /// - Parameters:
  ///   - text: The file's content.
  ///   - file: The file, as the user named it.
  ///   - diagnostics: Receives the problems of the lesson in the order of its lines.
  /// - Returns: The lesson, as far as it could be parsed; nil if the text is empty.
  public static func parse(_ text: String, file: String, diagnostics: inout [Diagnostic])
    -> Lesson?
  {
    let source = SourceText(text, file: file)
    guard source.lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      diagnostics.append(.error(source.place(1), "the lesson is empty"))
      return nil
    }
    diagnostics += ControlCharacters.problems(in: source)
    let front = FrontMatterParser(source)
    diagnostics += front.diagnostics
    let lesson = Lesson(
      source.emptying(1..<front.lineCount + 1), front.frontMatter, diagnostics: &diagnostics)
    if lesson.body.isEmpty, front.lineCount > 0 {
      diagnostics.append(.error(source.place(1), "the lesson has no text below its front matter"))
    }
    diagnostics += lesson.sessionDiagnostics
    return lesson
  }

  /// Parses Markdown that does not have to be a lesson; front matter with a title is skipped.
  ///
  /// - Parameters:
  ///   - fragment: The text.
  ///   - file: The file, as the user named it.
  ///   - diagnostics: Receives the problems of its syntax.
  /// - Returns: A lesson without a title.
  public static func parse(fragment: String, file: String, diagnostics: inout [Diagnostic])
    -> Lesson
  {
    let source = SourceText(fragment, file: file)
    let front = FrontMatterParser(source)
    // Without a title it is plain CommonMark, in which a line of '---' is a thematic break.
    let count = front.frontMatter.title.isEmpty ? 0 : front.lineCount
    return Lesson(source.emptying(1..<count + 1), nil, diagnostics: &diagnostics)
  }

  private init(
    _ source: SourceText, _ frontMatter: FrontMatter?, diagnostics: inout [Diagnostic]
  ) {
    var parser = LessonParser(source, hasTitle: frontMatter != nil)
    let body = parser.body()
    let footnotes = parser.footnotes()
    diagnostics += parser.diagnostics.sorted(by: [source.file])
    self.init(
      file: source.file, name: Lesson.name(of: source.file),
      frontMatter: frontMatter ?? FrontMatter(),
      body: body,
      footnotes: footnotes, equations: parser.equations, steps: parser.steps)
  }

  /// Decodes the content of a lesson's file.
  ///
  /// - Parameters:
  ///   - data: The content of the file; nil if it could not be read.
  ///   - file: The file, as the user named it.
  /// - Returns: The text.
  /// - Throws: A diagnostic if the file is unreadable, too large or not UTF-8.
  public static func text(in data: Data?, of file: String) throws(Diagnostic) -> String {
    let place = Place(file: file)
    guard let data else { throw .error(place, "the file cannot be read") }
    guard data.count <= sizeLimit else {
      throw .error(place, "the lesson is larger than 4 MB", help: "split it into several lessons")
    }
    return try EncodedText.text(data, of: file, code: .form)
  }

  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last ?? ""
    return String(last.hasSuffix(".md") ? last.dropLast(3) : last)
  }
}
