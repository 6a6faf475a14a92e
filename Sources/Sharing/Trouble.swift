/// Why a remote cache is of no use, or of less than it should be.
///
/// The build goes on without.
public struct Trouble: Error, Equatable, Sendable {
  /// What happened, in one line.
  public var summary: String
  /// How to mend it.
  public var help: String?
  /// Whether the next request may fare better.
  var mayPass = false

  init(_ summary: String, help: String? = nil, mayPass: Bool = false) {
    (self.summary, self.help, self.mayPass) = (summary, help, mayPass)
  }
}

extension Trouble {
  static let noLibrary = Trouble(
    "libcurl cannot be loaded", help: "install the package libcurl4, or start with './gradus'")

  static func unreachable(_ words: String) -> Trouble { Trouble("it cannot be reached: \(words)") }

  static let slow = Trouble("it takes too long to answer")

  static let cutOff = Trouble("it breaks off in the middle of an answer", mayPass: true)

  static func refuses(_ status: Int, _ method: String) -> Trouble {
    let help =
      switch (status, method) {
      case (401, _), (403, "GET"):
        "set GRADUS_REMOTE_CACHE_TOKEN, or GRADUS_REMOTE_CACHE_USER and "
          + "GRADUS_REMOTE_CACHE_PASSWORD"
      case (403, _), (405, _): "'--remote-cache-read-only' puts nothing into it"
      default: nil as String?
      }
    return Trouble(
      "it answers \(method) with \(status)", help: help, mayPass: passing.contains(status))
  }

  /// Too late, too large, too many, or the server's own fault: another request may do.
  private static let passing = [408, 413, 429, 500, 502, 503, 504, 507]

  /// The first of failures that passed.
  func first(of count: Int) -> Trouble {
    var first = self
    first.summary += count == 1 ? ", once" : ", the first of \(count) failures"
    return first
  }

  /// The failure after which a server is left alone.
  var last: Trouble {
    var last = self
    if mayPass { last.summary += ", one failure too many" }
    return last
  }

  /// Answers that are not what was asked for.
  static func damaged(_ count: Int) -> Trouble {
    count == 1
      ? Trouble("a result in it is damaged and is not used")
      : Trouble("\(count) results in it are damaged and are not used")
  }
}
