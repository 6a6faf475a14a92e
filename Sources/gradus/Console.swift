import ArgumentParser
import Foundation
import Lessons

/// Writes a line to standard error, where diagnostics and progress belong.
///
/// If nobody can take it, the work goes on: the exit code says how it ended.
func printError(_ line: String) {
  try? FileHandle.standardError.write(contentsOf: Data("\(line)\n".utf8))
}

/// Writes text to standard output.
///
/// - Throws: An exit code where it cannot be written, which is said.
func printOutput(_ text: String) throws {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  } catch {
    printError("error: standard output cannot be written: \(String(cString: strerror(errno)))")
    throw ExitCode(74)
  }
}

/// Whether what goes to standard output may have colours.
func allowsColours(_ options: CourseOptions) -> Bool {
  let wish = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
  return !options.noColor && wish.isEmpty && isatty(STDOUT_FILENO) == 1
}

/// Prints what is wrong as compilers do, and a line that counts it.
func report(_ diagnostics: [Diagnostic]) {
  // Only what a program is to read can fail to be written.
  try? Reporting().report(diagnostics)
}
