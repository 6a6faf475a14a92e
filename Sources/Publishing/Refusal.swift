internal import SystemPackage

/// Why a site cannot be published.
package struct Refusal: Error, Equatable {
  /// Whether the command line asks for what cannot be, rather than the disk refuses.
  package var isOfCommandLine = false
  /// What happened, in one line.
  package var summary: String
  /// How to mend it, or what has become of the site.
  package var help: String?
  /// The system's reason.
  private var reason: Errno?

  private init(_ summary: String, help: String? = nil, reason: Errno? = nil) {
    (self.summary, self.help, self.reason) = (summary, help, reason)
  }
}

extension Refusal: CustomStringConvertible {
  /// The text that a terminal shows.
  package var description: String { "error: \(summary)" + (help.map { "\nhelp: \($0)" } ?? "") }
}

extension Refusal {
  static func unwritable(_ path: FilePath, _ reason: Errno) -> Refusal {
    Refusal("'\(path.string)' cannot be written: \(reason)", reason: reason)
  }

  static func unreadable(_ path: FilePath, _ reason: Errno) -> Refusal {
    Refusal("'\(path.string)' cannot be read: \(reason)", reason: reason)
  }

  /// A file of the author's stands where one of the site's is to be.
  static func occupied(_ path: String) -> Refusal {
    Refusal(
      "'\(path)' is in the site's way, and no build made it",
      help: "move it, or name another folder with '--output'")
  }

  static func noFolder(_ name: String) -> Refusal {
    Refusal(
      "the output '\(name)' is not a folder",
      help: "move what is there, or name another folder with '--output'")
  }

  static func leadsNowhere(_ name: String) -> Refusal {
    Refusal(
      "the output '\(name)' is a link that leads nowhere",
      help: "make the folder that it names, or name another with '--output'")
  }

  static func holds(_ name: String, _ what: String) -> Refusal {
    var refusal = Refusal(
      "the output '\(name)' holds \(what)",
      help: "a build exchanges the whole output: give it a folder of its own with '--output'")
    refusal.isOfCommandLine = true
    return refusal
  }

  /// Whether a change in several steps may succeed where one in one step was refused.
  var concernsExchanging: Bool {
    let reasons: [Errno] = [
      .invalidArgument, .noFunction, .notSupported, .improperLink, .resourceBusy, .tooManyLinks,
      .permissionDenied, .notPermitted, .readOnlyFileSystem,
    ]
    return reason.map(reasons.contains) ?? false
  }

  /// The same, of a site to a folder; what stood there stands.
  func publishing(to name: String) -> Refusal {
    guard reason != nil else { return self }
    var refusal = self
    refusal.summary = "the site cannot be written to '\(name)': \(summary)"
    refusal.help = help ?? "nothing of the site that stood there is lost"
    return refusal
  }

  /// The same, in the midst of several steps.
  var leavingHalf: Refusal {
    var refusal = self
    refusal.help = "the site is partly new now: build again when this is mended"
    return refusal
  }
}
