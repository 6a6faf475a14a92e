import ArgumentParser
import Foundation
import Lessons

/// Writes a line to standard error, which carries diagnostics and progress.
///
/// If it cannot be written, the command continues: the exit code shows the result.
func printError(_ line: String) {
  try? FileHandle.standardError.write(contentsOf: Data("\(line)\n".utf8))
}

/// Writes text to standard output.
///
/// - Throws: An exit code if it cannot be written, after printing why.
func printOutput(_ text: String) throws {
  do {
    try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
  } catch {
    printError("error: cannot write to standard output: \(String(cString: strerror(errno)))")
    throw ExitCode(74)
  }
}

/// Whether output is coloured: not with `--no-color`, if `NO_COLOR` is set, or if standard output is no
/// terminal.
func allowsColours(_ option: ColorOption) -> Bool {
  let noColor = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
  return !option.noColor && noColor.isEmpty && isatty(STDOUT_FILENO) == 1
}

/// Prints diagnostics as compilers do, and a line with their counts.
func report(_ diagnostics: [Diagnostic]) {
  // Only standard output can fail, and the text format does not use it.
  try? DiagnosticReporter().report(diagnostics)
}
