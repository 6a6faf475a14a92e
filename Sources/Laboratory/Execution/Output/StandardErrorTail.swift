internal import Records

/// The last lines of a program's standard error, as shown in a diagnostic.
package struct StandardErrorTail: Equatable {
  /// The maximum number of lines.
  private static let maximumLines = 10
  /// The maximum number of characters in a line.
  private static let maximumWidth = 200

  /// The time and process identifier with which `NSLog` starts a message.
  private static var logHeading: some RegexComponent {
    #/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \S+\[\d+:[0-9a-f]+\]\s/#
  }

  /// The message of Foundation when a session without network starts a process.
  private static let noise = "*** Could not create wakeup socket pair for CFSocket!!!"

  /// The lines, without what differs from run to run; empty if nothing was written.
  package let lines: [String]

  /// Creates the tail of a text.
  package init(_ text: String) {
    let plain = StyledText(TerminalScreen.text(of: text)).plain
    let all = plain.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(Self.logHeading) }
      .filter { !$0.allSatisfy(\.isWhitespace) && $0 != Self.noise }
    let last = all.suffix(StandardErrorTail.maximumLines).map { line in
      line.count <= StandardErrorTail.maximumWidth
        ? String(line) : "\(line.prefix(StandardErrorTail.maximumWidth))…"
    }
    lines = (all.count > last.count ? ["…"] : []) + last
  }

  /// The lines below a heading; nil if there are no lines.
  package var text: String? {
    lines.isEmpty
      ? nil : (["standard error:"] + lines.map { "  \($0)" }).joined(separator: "\n")
  }
}

extension Crash {
  /// Returns a program's standard error before the message of its crash.
  static func output(before cause: Crash.Cause, in errors: String) -> String {
    let end = errors.firstRange(of: "\n*** Signal ")?.lowerBound ?? errors.endIndex
    var output = errors[..<end]
    let heading =
      /[^\n]*:\d+: (Fatal error|Precondition failed|Assertion failed)|Fatal error: failed to alloc/
    if let last = output.matches(of: heading).last {
      output = output[..<last.range.lowerBound]
    } else if case .trap = cause, let last = output.split(separator: "\n").last {
      output = output[..<last.startIndex]
    }
    return String(output)
  }
}
