import ArgumentParser
import Laboratory
import Lessons

/// The programs made of a lesson's cells.
///
/// - Throws: An exit code where there is no such lesson.
func programs(of name: String, in folder: String) throws -> [String] {
  var diagnostics: [Diagnostic] = []
  let course = Course.read(folder, diagnostics: &diagnostics)
  let lesson = course.flatMap { course in
    course.lesson(named: name, &diagnostics).flatMap {
      Lesson.read(course.file(of: $0), diagnostics: &diagnostics)
    }
  }
  report(diagnostics)
  guard let lesson, !diagnostics.hasErrors else { throw ExitCode(1) }
  return lesson.sessions.map { Program(lesson, session: $0).source }
}

/// The lessons that a user names, each by its file's name, with or without folder and ending.
///
/// - Returns: Their names; nil where the user names none and so means all.
/// - Throws: An exit code where there is no such lesson, which is said.
func lessons(
  named words: [String], in folder: String, reporting: Reporting = Reporting()
) throws -> Set<String>? {
  guard !words.isEmpty else { return nil }
  var diagnostics: [Diagnostic] = []
  guard let course = Course.read(folder, diagnostics: &diagnostics) else {
    try reporting.report(diagnostics)
    throw ExitCode(1)
  }
  var unknown: [Diagnostic] = []
  let names = words.compactMap { course.lesson(named: $0, &unknown) }
  try reporting.report(unknown)
  guard unknown.isEmpty else { throw ExitCode(64) }
  return Set(names)
}

extension Course {
  /// The lesson that a user means by a file's name, with or without folder and ending.
  ///
  /// Who mistypes a verb names a lesson to the verb `build`, so verbs are suggested too.
  fileprivate func lesson(named words: String, _ diagnostics: inout [Diagnostic]) -> String? {
    let last = words.split(separator: "/").last.map(String.init) ?? words
    let name = last.hasSuffix(".md") ? String(last.dropLast(3)) : last
    let known = lessons + pages
    if known.contains(name) { return name }
    diagnostics.append(
      .error(
        .course, Place(file: file), "the course has no lesson '\(name)'",
        help: suggestion(for: name, among: known + Gradus.verbs)))
    return nil
  }
}
