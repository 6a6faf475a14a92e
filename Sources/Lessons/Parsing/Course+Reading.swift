internal import Foundation

extension Course {
  /// Reads the course in a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder, as the user named it.
  ///   - diagnostics: Receives the problems of `course.yml` and `references.yml`.
  /// - Returns: The course; nil if there is no readable `course.yml`.
  public static func read(_ folder: String, diagnostics: inout [Diagnostic]) -> Course? {
    var course = Course(folder: folder)
    guard let data = FileManager.default.contents(atPath: course.file) else {
      diagnostics.append(
        .error(
          .course, Place(file: course.file), "there is no course here",
          help: "a course is a folder with a 'course.yml' that lists its lessons"))
      return nil
    }
    let text: String
    do throws(Diagnostic) {
      text = try EncodedText.text(data, of: course.file, code: .course)
    } catch {
      diagnostics.append(error)
      return nil
    }
    course.apply(YAMLSettings(text, of: .course, file: course.file, firstLine: 1), &diagnostics)
    course.works = course.readWorks(&diagnostics)
    return course
  }

  private mutating func apply(_ given: YAMLSettings, _ diagnostics: inout [Diagnostic]) {
    var settings = given
    title = settings.string("title") ?? ""
    description = settings.string("description") ?? ""
    language = readLanguage(&settings, &diagnostics) ?? language
    url = readAddress("url", from: &settings, diagnostics: &diagnostics)
    repository = readAddress("repository", from: &settings, diagnostics: &diagnostics)
    remoteCache = readRemoteCache(&settings, &diagnostics)
    let extra = settings.strings("pages")
    pages = extra.map(\.text)
    let plain = settings.strings("lessons")
    let titled = settings.mappings("parts", of: .part)
    var listed = plain
    parts = plain.isEmpty ? [] : [Part(title: nil, lessons: plain.map(\.text))]
    lines.parts = plain.isEmpty ? [] : [settings.place(of: "lessons").line]
    for var part in titled {
      let lessons = part.strings("lessons")
      parts.append(Part(title: part.string("title"), lessons: lessons.map(\.text)))
      lines.parts.append(part.firstPlace.line)
      listed += lessons
      diagnostics += part.finish()
    }
    lines.keys = settings.lines
    lines.lessons = Dictionary((listed + extra).map { ($0.text, $0.line) }) { first, _ in first }
    diagnostics += settings.finish()
    checkPlainText(settings, &diagnostics)
    guard !diagnostics.hasErrors else { return }
    if title.isEmpty {
      diagnostics.append(.error(.course, Place(file: file), "the course has no 'title'"))
    }
    let files = Course.lessonFiles(in: folder)
    check(listed + extra, among: files, isEmpty: listed.isEmpty, diagnostics: &diagnostics)
    // Missing lessons are already reported, so they are dropped.
    for index in parts.indices { parts[index].lessons.removeAll { !files.contains($0) } }
    pages.removeAll { !files.contains($0) }
  }

  /// Reports markup in titles and in the description, which are shown as typed.
  private func checkPlainText(_ settings: YAMLSettings, _ diagnostics: inout [Diagnostic]) {
    let texts =
      [("the title", title, "title"), ("the description", description, "description")]
      + parts.map { ("a part's title", $0.title ?? "", "parts") }
    for (subject, text, key) in texts {
      let warning = PlainTextCheck.diagnostic(
        subject, text, at: settings.place(of: key), code: .course)
      diagnostics += warning.map { [$0] } ?? []
    }
  }

  /// Reads the language tag of the pages.
  private func readLanguage(
    _ course: inout YAMLSettings, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    guard let tag = course.string("language") else { return nil }
    if tag.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) == nil {
      diagnostics.append(
        .error(
          .course, course.place(of: "language"), "'\(tag)' is not a language tag",
          help: "write it as HTML does: 'de', 'pt-BR', 'zh-Hans'"))
    }
    return tag
  }

  /// Reads the base address under a key.
  private func readAddress(
    _ key: String, from course: inout YAMLSettings, diagnostics: inout [Diagnostic]
  ) -> String? {
    guard let address = course.string(key), !address.isEmpty else { return nil }
    if address.wholeMatch(of: /https?:\/\/[^\/\s?#]+[^\s?#]*/) == nil {
      diagnostics.append(
        .error(
          .course, course.place(of: key), "the value of '\(key)' is not a URL: '\(address)'",
          help: "write the full URL, as in '\(key): https://example.org/course'"))
    }
    return address
  }

  private func readRemoteCache(
    _ course: inout YAMLSettings, _ diagnostics: inout [Diagnostic]
  ) -> RemoteCache? {
    guard var settings = course.mapping("remote-cache", of: .remoteCache) else { return nil }
    let url = settings.string("url")
    let isReadOnly = settings.bool("read-only") ?? false
    diagnostics += settings.finish()
    guard let url else {
      diagnostics.append(.error(course.place(of: "remote-cache"), "the remote cache has no 'url'"))
      return nil
    }
    return RemoteCache(url: url, isReadOnly: isReadOnly, line: settings.place(of: "url").line)
  }

  /// Checks that every listed lesson is a file and listed once, and that every file is listed.
  private func check(
    _ listed: [(text: String, line: Int)], among files: [String], isEmpty: Bool,
    diagnostics: inout [Diagnostic]
  ) {
    var seen: Set<String> = []
    for (name, line) in listed {
      let place = Place(file: file, line: line)
      if let help = Course.help(forName: name) {
        diagnostics.append(
          .error(.course, place, "a lesson cannot be named '\(name)'", help: help))
      } else if !seen.insert(name).inserted {
        diagnostics.append(.error(.course, place, "lesson '\(name)' is listed twice"))
      } else if !files.contains(name) {
        diagnostics.append(
          .error(
            .course, place, "there is no lesson '\(name)'",
            help: suggestion(for: name, among: files)))
      }
    }
    if isEmpty {
      let key = lines.keys["lessons"] == nil ? "parts" : "lessons"
      diagnostics.append(.error(.course, self.place(of: key), "the course lists no lessons"))
    }
    for name in files where !seen.contains(name) {
      diagnostics.append(
        .warning(
          .course, Place(file: self.file(of: name)), "the course does not list this lesson",
          help: "add '\(name)' to \(file)"))
    }
  }

  /// The reason why a name is reserved; nil for an allowed name.
  private static func help(forName name: String) -> String? {
    switch name {
    case "index", "404": return "the site has its own page of that name"
    case "", ".", "..": return "a page is named after its lesson's file"
    default: return nil
    }
  }

  private static func lessonFiles(in folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { String($0.dropLast(3)) }
      .sorted()
  }
}
