import ArgumentParser
import Lessons

/// Returns the lessons that a user names, each by its file name, with or without folder and extension.
///
/// - Returns: Their names; nil if the user names none and so means all.
/// - Throws: An exit code if there is no such lesson, after printing a diagnostic.
func lessons(
  named arguments: [String], in folder: String,
  reporter: DiagnosticReporter = DiagnosticReporter()
) throws -> Set<String>? {
  guard !arguments.isEmpty else { return nil }
  let course = try Course.required(in: folder, reporter: reporter)
  var unknown: [Diagnostic] = []
  let names = arguments.compactMap { course.lesson(named: $0, &unknown) }
  try reporter.report(unknown)
  guard unknown.isEmpty else { throw ExitCode(64) }
  return Set(names)
}

extension Course {
  /// Returns the course in a folder, ignoring other errors in it.
  ///
  /// - Throws: An exit code if there is no course, after printing a diagnostic.
  static func required(
    in folder: String, reporter: DiagnosticReporter = DiagnosticReporter()
  ) throws -> Course {
    var diagnostics: [Diagnostic] = []
    if let course = read(folder, diagnostics: &diagnostics) { return course }
    try reporter.report(diagnostics)
    throw ExitCode(1)
  }

  /// Returns the lesson that a user names by its file name, with or without folder and extension.
  fileprivate func lesson(named argument: String, _ diagnostics: inout [Diagnostic]) -> String? {
    let last = argument.split(separator: "/").last.map(String.init) ?? argument
    let name = last.hasSuffix(".md") ? String(last.dropLast(3)) : last
    let known = lessons + pages
    if known.contains(name) { return name }
    diagnostics.append(
      .error(
        .course, Place(file: file), "the course has no lesson '\(name)'",
        help: suggestion(for: name, among: known)))
    return nil
  }
}
