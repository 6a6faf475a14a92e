internal import SystemPackage

/// Why a site cannot be published.
package struct Refusal: Error, Equatable {
  /// Whether the command line is wrong, rather than a file operation failed.
  package var isOfCommandLine = false
  /// What failed, in one line.
  package var summary: String
  /// How to fix it, or the state in which the site is left.
  package var help: String?
  /// The error of the system call.
  private var reason: Errno?

  private init(_ summary: String, help: String? = nil, reason: Errno? = nil) {
    self.summary = summary
    self.help = help
    self.reason = reason
  }
}

extension Refusal: CustomStringConvertible {
  /// The summary and the help, as printed on a terminal.
  package var description: String { "error: \(summary)" + (help.map { "\nhelp: \($0)" } ?? "") }
}

extension Refusal {
  static func unwritable(_ path: FilePath, _ reason: Errno) -> Refusal {
    Refusal("'\(path.string)' cannot be written: \(reason)", reason: reason)
  }

  static func unreadable(_ path: FilePath, _ reason: Errno) -> Refusal {
    Refusal("'\(path.string)' cannot be read: \(reason)", reason: reason)
  }

  /// A file that no build created is at the path of a file of the site.
  static func occupied(_ path: String) -> Refusal {
    Refusal(
      "'\(path)' would be overwritten, but no build created it",
      help: "move it, or choose another folder with '--output'")
  }

  static func noFolder(_ name: String) -> Refusal {
    Refusal(
      "the output '\(name)' is not a folder",
      help: "move it, or choose another folder with '--output'")
  }

  static func brokenLink(_ name: String) -> Refusal {
    Refusal(
      "the output '\(name)' is a broken link",
      help: "create the folder it points to, or choose another with '--output'")
  }

  static func contains(_ name: String, _ what: String) -> Refusal {
    var refusal = Refusal(
      "the output '\(name)' contains \(what)",
      help: "a build replaces the whole output folder: choose a separate one with '--output'")
    refusal.isOfCommandLine = true
    return refusal
  }

  /// Whether the exchange of folders failed for a reason that does not affect replacing file by file.
  var isExchangeFailure: Bool {
    let reasons: [Errno] = [
      .invalidArgument, .noFunction, .notSupported, .improperLink, .resourceBusy, .tooManyLinks,
      .permissionDenied, .notPermitted, .readOnlyFileSystem,
    ]
    return reason.map(reasons.contains) ?? false
  }

  /// The same failure, reported for the site as a whole, which is unchanged.
  func publishing(to name: String) -> Refusal {
    guard reason != nil else { return self }
    var refusal = self
    refusal.summary = "the site cannot be written to '\(name)': \(summary)"
    refusal.help = help ?? "the previous site is unchanged"
    return refusal
  }

  /// The same failure after some files have been replaced.
  var leavingPartialSite: Refusal {
    var refusal = self
    refusal.help = "the site is now partly updated: fix the problem and build again"
    return refusal
  }
}
