internal import Foundation
package import Lessons

extension Installation {
  /// The script that builds the product where its sources have changed, and then runs it.
  package var startScript: String { root + "/gradus" }

  /// Has the start script build the product anew, if its sources have changed.
  ///
  /// - Returns: What the compiler says is wrong with the sources; nothing where the product stands.
  /// - Throws: What keeps the script from running, or the interruption.
  package func rebuild() async throws(Fault) -> [Diagnostic] {
    try await Scratch.with(in: NSTemporaryDirectory()) { scratch throws(Fault) in
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
  /// The message as it is, of a file that is named from the current folder where it lies there.
  fileprivate var diagnostic: Diagnostic {
    let here = FileManager.default.currentDirectoryPath + "/"
    let file = file.hasPrefix(here) ? String(file.dropFirst(here.count)) : file
    return .error(.program, Place(file: file, line: line, column: column), text, help: note?.text)
  }
}
