import ArgumentParser
import Lessons

/// How what is wrong with a course is told.
struct Reporting {
  /// The form in which it is written.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    /// As compilers write, to standard error.
    case text
    /// A JSON object a line, to standard output; see `Diagnostic.json`.
    case json
    /// Commands of GitHub's workflows, to standard output.
    case github
  }

  var form = Form.text
  /// Whether a warning fails the build like an error.
  var isStrict = false

  /// What is wrong, as severe as it is taken.
  func judged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard isStrict else { return diagnostics }
    return diagnostics.map { diagnostic in
      var judged = diagnostic
      judged.severity = .error
      return judged
    }
  }

  /// Writes what is wrong, and a line that counts it.
  ///
  /// - Throws: An exit code where nobody can take what a program is to read.
  func report(_ diagnostics: [Diagnostic]) throws {
    switch form {
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

/// How a command tells what is wrong, and how severe it is.
struct ReportOptions: ParsableArguments {
  @Option(help: "How to tell what is wrong.") var format = Reporting.Form.text
  @Flag(help: "The same as --format json: an object a line, on standard output.") var json = false
  @Flag(help: "Let a warning fail the build.") var warningsAsErrors = false

  var reporting: Reporting {
    Reporting(form: json ? .json : format, isStrict: warningsAsErrors)
  }

  func validate() throws {
    if json, format == .github {
      throw ValidationError("--json and --format github exclude each other")
    }
  }
}
