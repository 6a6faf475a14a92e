import ArgumentParser
import Lessons

/// Prints diagnostics in one of several formats.
struct DiagnosticReporter {
  /// The format of printed diagnostics.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// As compilers print them, on standard error.
    case text
    /// One JSON object per line, on standard output; see `Diagnostic.json`.
    case json
    /// GitHub workflow commands, on standard output.
    case github
  }

  var format = Format.text
  /// Whether a warning fails the build like an error.
  var warningsAreErrors = false

  /// The diagnostics, with warnings turned into errors if those fail the build.
  func adjusted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard warningsAreErrors else { return diagnostics }
    return diagnostics.map { diagnostic in
      var error = diagnostic
      error.severity = .error
      return error
    }
  }

  /// Prints the diagnostics, and a line with their counts.
  ///
  /// - Throws: An exit code if standard output cannot be written.
  func report(_ diagnostics: [Diagnostic]) throws {
    switch format {
    case .text: for diagnostic in diagnostics { printError("\(diagnostic)") }
    case .json: try printOutput(diagnostics.map { $0.json + "\n" }.joined())
    case .github: try printOutput(diagnostics.map { $0.annotation + "\n" }.joined())
    }
    let errors = diagnostics.count { $0.severity == .error }
    let counts = [(errors, "error"), (diagnostics.count - errors, "warning")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    if !counts.isEmpty { printError(counts.joined(separator: ", ")) }
  }
}

/// The options that control how diagnostics are printed and which of them are errors.
struct ReportOptions: ParsableArguments {
  @Option(help: "Format of diagnostics.") var format = DiagnosticReporter.Format.text
  @Flag(help: "Same as --format json: one JSON object per line on standard output.")
  var json = false
  @Flag(help: "Treat warnings as errors.") var warningsAsErrors = false

  var reporter: DiagnosticReporter {
    DiagnosticReporter(format: json ? .json : format, warningsAreErrors: warningsAsErrors)
  }

  func validate() throws {
    if json, format == .github {
      throw ValidationError("--json and --format github cannot be combined")
    }
  }
}
