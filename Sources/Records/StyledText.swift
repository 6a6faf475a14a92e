/// Text with styles, as the record of what a cell printed holds it.
///
/// In a record it is a string in which `ESC [ … m` changes the style and no other sequence occurs. So
/// what nobody coloured is the plain text itself.
public struct StyledText: Equatable, Sendable {
  /// A piece of text in one style.
  public struct Run: Equatable, Sendable {
    /// The text.
    public var text: String
    /// How it looks.
    public var style: TextStyle

    /// A piece of text.
    public init(_ text: String, _ style: TextStyle = TextStyle()) {
      self.text = text
      self.style = style
    }
  }

  /// The pieces, in order; neighbours differ in style.
  public private(set) var runs: [Run] = []

  /// No text.
  public init() {}

  /// Reads a record's text.
  public init(_ text: String) {
    guard text.utf8.contains(0x1B) else {
      append(text, TextStyle())
      return
    }
    var style = TextStyle()
    var rest = text[...]
    while let match = rest.firstMatch(of: /\u{1B}\[([0-9;]*)m/) {
      append(String(rest[..<match.range.lowerBound]), style)
      style.apply(match.1.split(separator: ";").map { Int($0) ?? 0 })
      rest = rest[match.range.upperBound...]
    }
    append(String(rest), style)
  }

  /// Adds text at the end.
  public mutating func append(_ text: String, _ style: TextStyle) {
    if text.isEmpty { return }
    if let last = runs.indices.last, runs[last].style == style {
      runs[last].text += text
    } else {
      runs.append(Run(text, style))
    }
  }

  /// The text without styles.
  public var plain: String { runs.map(\.text).joined() }

  /// The text as a record holds it.
  public var recorded: String {
    var (text, style) = ("", TextStyle())
    for run in runs {
      if run.style != style {
        text += "\u{1B}[\(run.style.parameters.map(String.init).joined(separator: ";"))m"
        style = run.style
      }
      text += run.text
    }
    return text
  }
}
