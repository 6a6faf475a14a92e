internal import Records

/// The end of what a program wrote on standard error, as a diagnostic shows it.
package struct StandardErrorTail: Equatable {
  /// How many lines are shown.
  private static let height = 10
  /// How many characters of a line are shown.
  private static let width = 200

  /// The time and the process's number, which `NSLog` puts before its words.
  private static var logHeading: some RegexComponent {
    #/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \S+\[\d+:[0-9a-f]+\]\s/#
  }

  /// What Foundation says where a session starts a process and has no network.
  private static let noise = "*** Could not create wakeup socket pair for CFSocket!!!"

  /// The lines, without what differs from run to run; none where nothing was written.
  package let lines: [String]

  /// The end of some text.
  package init(_ text: String) {
    let plain = StyledText(TerminalScreen.text(of: text)).plain
    let all = plain.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(Self.logHeading) }
      .filter { !$0.allSatisfy(\.isWhitespace) && $0 != Self.noise }
    let last = all.suffix(StandardErrorTail.height).map { line in
      line.count <= StandardErrorTail.width
        ? String(line) : "\(line.prefix(StandardErrorTail.width))…"
    }
    lines = (all.count > last.count ? ["…"] : []) + last
  }

  /// The lines below a heading; nil where there are none.
  package var words: String? {
    lines.isEmpty
      ? nil : (["standard error:"] + lines.map { "  \($0)" }).joined(separator: "\n")
  }
}

extension Crash {
  /// What a program wrote on standard error before the words with which it died.
  static func said(before death: Crash.Cause, in errors: String) -> String {
    let end = errors.firstRange(of: "\n*** Signal ")?.lowerBound ?? errors.endIndex
    var said = errors[..<end]
    let heading =
      /[^\n]*:\d+: (Fatal error|Precondition failed|Assertion failed)|Fatal error: failed to alloc/
    if let last = said.matches(of: heading).last {
      said = said[..<last.range.lowerBound]
    } else if case .trap = death, let last = said.split(separator: "\n").last {
      said = said[..<last.startIndex]
    }
    return String(said)
  }
}
