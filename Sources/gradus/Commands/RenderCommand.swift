import ArgumentParser
import Foundation
import Lessons
import Pages
import Typesetting

/// `gradus render FILE|-`: prints a Markdown file as HTML.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Print a Markdown file as HTML without running anything.",
    discussion: """
      Reports errors of form only; references and links to other pages are not checked.

      Example: gradus render notes.md > notes.html
      """)

  @Argument(help: "The file, or '-' for standard input.") var file: String

  func run() async throws {
    var diagnostics: [Diagnostic] = []
    let text = text(&diagnostics)
    let lesson = Lesson.parse(fragment: text ?? "", file: file, diagnostics: &diagnostics)
    let typesetter = try await orFail { () throws(MissingPackages) in try Typesetter() }
    await fillTypesettingCache(for: [lesson], with: typesetter)
    let fragment = Fragment(lesson, typesetter: typesetter)
    try printOutput(fragment.html)
    diagnostics = (diagnostics + fragment.diagnostics).filter { $0.severity == .error }
    report(diagnostics.sorted(by: []))
    if !diagnostics.isEmpty { throw ExitCode(1) }
  }

  /// The file's text without its front matter.
  private func text(_ diagnostics: inout [Diagnostic]) -> String? {
    let data =
      file == "-"
      ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file)
    do throws(Diagnostic) {
      return try Lesson.text(in: data, of: file)
    } catch {
      diagnostics.append(error)
      return nil
    }
  }
}
