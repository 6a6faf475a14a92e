internal import Foundation
package import Lessons

extension Installation {
  /// The script that builds the product if its sources have changed, and then runs it.
  package var startScript: String { root + "/gradus" }

  /// Runs the start script, which rebuilds the product if its sources have changed.
  ///
  /// - Returns: The compiler's errors; empty if the product is up to date.
  /// - Throws: A `Fault` if the script cannot be started or is interrupted.
  package func rebuild() async throws(Fault) -> [Diagnostic] {
    try await ScratchFolder.with(in: NSTemporaryDirectory()) { scratch throws(Fault) in
      let ending = try await Command(
        executable: startScript, arguments: ["--help"], folder: scratch.home,
        output: scratch.output, errors: scratch.errors
      ).run()
      if ending == .exited(0) { return [] }
      let errors = CompilerMessage.all(in: scratch.text(scratch.errors))
        .filter { $0.severity == .error }.map(\.diagnostic)
      if !errors.isEmpty { return errors.sorted(by: []) }
      return [
        .error(
          .program, Place(file: startScript), "Gradus itself does not build",
          help: scratch.text(scratch.errors).trimmingCharacters(in: .whitespacesAndNewlines))
      ]
    }
  }
}

extension CompilerMessage {
  /// The message as a diagnostic; files in the current folder are named relative to it.
  fileprivate var diagnostic: Diagnostic {
    let here = FileManager.default.currentDirectoryPath + "/"
    let file = file.hasPrefix(here) ? String(file.dropFirst(here.count)) : file
    return .error(.program, Place(file: file, line: line, column: column), text, help: note?.text)
  }
}
