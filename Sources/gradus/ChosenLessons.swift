import ArgumentParser
import Lessons

/// The lessons that a user names, each by its file's name, with or without folder and ending.
///
/// - Returns: Their names; nil where the user names none and so means all.
/// - Throws: An exit code where there is no such lesson, which is said.
func lessons(
  named words: [String], in folder: String, reporting: Reporting = Reporting()
) throws -> Set<String>? {
  guard !words.isEmpty else { return nil }
  let course = try Course.required(in: folder, reporting: reporting)
  var unknown: [Diagnostic] = []
  let names = words.compactMap { course.lesson(named: $0, &unknown) }
  try reporting.report(unknown)
  guard unknown.isEmpty else { throw ExitCode(64) }
  return Set(names)
}

extension Course {
  /// The course in a folder, be there whatever else is wrong with it.
  ///
  /// - Throws: An exit code where there is none, which is said.
  static func required(in folder: String, reporting: Reporting = Reporting()) throws -> Course {
    var diagnostics: [Diagnostic] = []
    if let course = read(folder, diagnostics: &diagnostics) { return course }
    try reporting.report(diagnostics)
    throw ExitCode(1)
  }

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
