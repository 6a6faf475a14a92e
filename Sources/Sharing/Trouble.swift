/// A failure of a remote cache; the build continues without it.
public struct Trouble: Error, Equatable, Sendable {
  /// What happened, in one line.
  public var summary: String
  /// How to fix it.
  public var help: String?
  /// Whether another request can succeed.
  var isTransient = false

  init(_ summary: String, help: String? = nil, isTransient: Bool = false) {
    self.summary = summary
    self.help = help
    self.isTransient = isTransient
  }
}

extension Trouble {
  static let noLibrary = Trouble(
    "libcurl cannot be loaded", help: "install the package libcurl4, or run './gradus'")

  static func unreachable(_ reason: String) -> Trouble { Trouble("cannot connect: \(reason)") }

  static let slow = Trouble("timeout")

  static let cutOff = Trouble(
    "the connection was closed in the middle of a response", isTransient: true)

  static func unexpectedStatus(_ status: Int, _ method: String) -> Trouble {
    let help =
      switch (status, method) {
      case (401, _), (403, "GET"):
        "set GRADUS_REMOTE_CACHE_TOKEN, or GRADUS_REMOTE_CACHE_USER and "
          + "GRADUS_REMOTE_CACHE_PASSWORD"
      case (403, _), (405, _): "use '--remote-cache-read-only' to upload nothing"
      default: nil as String?
      }
    return Trouble(
      "\(method) failed with status \(status)", help: help,
      isTransient: transientStatuses.contains(status))
  }

  /// The statuses for timeouts, sizes, rates and server errors: another request can succeed.
  private static let transientStatuses = [408, 413, 429, 500, 502, 503, 504, 507]

  /// The first of several transient failures, with their number.
  func first(of count: Int) -> Trouble {
    var first = self
    first.summary += count == 1 ? " (once)" : " (first of \(count) failures)"
    return first
  }

  /// The failure after which no more requests are sent.
  var last: Trouble {
    var last = self
    if isTransient { last.summary += " (too many failures)" }
    return last
  }

  /// Results that do not match their digest or are malformed.
  static func damaged(_ count: Int) -> Trouble {
    count == 1
      ? Trouble("1 result is damaged and was ignored")
      : Trouble("\(count) results are damaged and were ignored")
  }
}
