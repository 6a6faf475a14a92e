import ArgumentParser
import Lessons

/// Reports a mistyped verb, which the argument parser takes for a lesson of the default verb `build`.
///
/// - Parameters:
///   - arguments: The names of lessons that `build` received.
///   - folder: The course directory.
/// - Throws: An exit code if no verb was given and the first name is not a lesson's, after printing it.
func requireKnownVerb(_ arguments: [String], in folder: String) throws {
  guard let word = arguments.first, !CommandLine.arguments.dropFirst().contains("build"),
    !word.contains("/"), !word.hasSuffix(".md")
  else { return }
  var ignored: [Diagnostic] = []
  let course = Course.read(folder, diagnostics: &ignored)
  let lessons = (course?.lessons ?? []) + (course?.pages ?? [])
  if lessons.contains(word) { return }
  printError("error: unknown verb '\(word)'")
  let similar = suggestion(for: word, among: Gradus.verbs + lessons)
  printError("help: \(similar ?? "'gradus --help' lists the verbs")")
  throw ExitCode(64)
}
