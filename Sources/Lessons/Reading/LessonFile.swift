public import Foundation

extension Lesson {
  /// The largest file that is read: libcmark's memory grows with hostile input beyond reason.
  static let sizeLimit = 4_000_000

  /// Reads the lesson in a file.
  ///
  /// - Parameters:
  ///   - file: The file, as the user named it.
  ///   - diagnostics: Gets all that is wrong with it, in the order of its lines.
  /// - Returns: The lesson, as much of it as could be read; nil where the file gave no text.
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
  ///   - diagnostics: Gets all that is wrong with it, in the order of its lines.
  /// - Returns: The lesson, as much of it as could be read; nil where there is none.
  public static func parse(_ text: String, file: String, diagnostics: inout [Diagnostic])
    -> Lesson?
  {
    let source = SourceText(text, file: file)
    guard source.lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else {
      diagnostics.append(.error(source.place(1), "the lesson is empty"))
      return nil
    }
    diagnostics += ControlCharacters.problems(in: source)
    let front = FrontMatterReader(source)
    diagnostics += front.diagnostics
    let lesson = Lesson(
      source.emptying(1..<front.lineCount + 1), front.frontMatter, diagnostics: &diagnostics)
    if lesson.body.isEmpty, front.lineCount > 0 {
      diagnostics.append(.error(source.place(1), "the lesson has no text below its front matter"))
    }
    diagnostics += lesson.sessionDiagnostics
    return lesson
  }

  /// Parses Markdown that need not be a lesson; front matter with a title is passed over.
  ///
  /// - Parameters:
  ///   - fragment: The text.
  ///   - file: The file, as the user named it.
  ///   - diagnostics: Gets all that is wrong with its form.
  /// - Returns: A lesson without a title.
  public static func parse(fragment: String, file: String, diagnostics: inout [Diagnostic])
    -> Lesson
  {
    let source = SourceText(fragment, file: file)
    let front = FrontMatterReader(source)
    // Without a title the rules of CommonMark hold: a line of '---' is a break.
    let count = front.frontMatter.title.isEmpty ? 0 : front.lineCount
    return Lesson(source.emptying(1..<count + 1), nil, diagnostics: &diagnostics)
  }

  private init(
    _ source: SourceText, _ frontMatter: FrontMatter?, diagnostics: inout [Diagnostic]
  ) {
    var reader = LessonReader(source, hasTitle: frontMatter != nil)
    let body = reader.body()
    let footnotes = reader.footnotes()
    diagnostics += reader.diagnostics.sorted(by: [source.file])
    self.init(
      file: source.file, name: Lesson.name(of: source.file),
      frontMatter: frontMatter ?? FrontMatter(),
      body: body,
      footnotes: footnotes, equations: reader.equations, steps: reader.steps)
  }

  /// A file's text.
  ///
  /// - Parameters:
  ///   - data: What the file holds; nil where it could not be read.
  ///   - file: The file, as the user named it.
  /// - Returns: The text.
  /// - Throws: What keeps it from being one.
  public static func text(in data: Data?, of file: String) throws(Diagnostic) -> String {
    let place = Place(file: file)
    guard let data else { throw .error(place, "the file cannot be read") }
    guard data.count <= sizeLimit else {
      throw .error(place, "the lesson is larger than 4 MB", help: "divide it")
    }
    return try EncodedText.text(data, of: file, code: .form)
  }

  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last ?? ""
    return String(last.hasSuffix(".md") ? last.dropLast(3) : last)
  }
}
