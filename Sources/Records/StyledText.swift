/// Text with styles, as in the record of a cell's output.
///
/// In a record it is a string in which `ESC [ … m` changes the style and no other escape sequence
/// occurs. Text without styles is therefore recorded as plain text.
public struct StyledText: Equatable, Sendable {
  /// A piece of text in one style.
  public struct Run: Equatable, Sendable {
    /// The text.
    public var text: String
    /// Its style.
    public var style: TextStyle

    /// Creates a piece of text, by default in the page's own style.
    public init(_ text: String, _ style: TextStyle = TextStyle()) {
      self.text = text
      self.style = style
    }
  }

  /// The pieces, in order; adjacent pieces differ in style.
  public private(set) var runs: [Run] = []

  /// Creates an empty text.
  public init() {}

  /// Parses the text of a record.
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

  /// Appends text in a style.
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

  /// The text in the form of a record, with escape sequences.
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
