/// The style of a piece of printed text, as set by a terminal's SGR sequences.
///
/// Faint text is not supported, since the output on a page is already as faint as is readable.
public struct TextStyle: Hashable, Sendable {
  /// A colour of the text or of its background.
  ///
  /// Colours of all terminal palettes (16, 256 or RGB) are mapped to one of these, so that a page can
  /// choose shades that are readable on a light and on a dark background.
  public enum Color: Int, CaseIterable, Sendable {
    case gray, red, green, yellow, blue, magenta, cyan
    /// White, or black on a background of another colour: the most contrast that the page has.
    case strong
  }

  /// The colour of the text; nil is the page's own.
  public var foreground: Color?
  /// The colour of the background; nil is the page's own.
  public var background: Color?
  /// Whether the text is bold.
  public var isBold = false
  /// Whether the text is italic.
  public var isItalic = false
  /// Whether the text is underlined.
  public var isUnderlined = false
  /// Whether the text is struck through.
  public var isStruck = false
  /// Whether the colours of text and background are exchanged.
  public var isInverse = false

  /// The page's own style.
  public init() {}

  /// Applies the parameters of an SGR sequence such as `ESC [ 1 ; 31 m` in order; unknown ones are
  /// ignored.
  public mutating func apply(_ parameters: [Int]) {
    var rest = (parameters.isEmpty ? [0] : parameters)[...]
    while let parameter = rest.popFirst() {
      switch parameter {
      case 38: foreground = Color(popping: &rest)
      case 48: background = Color(popping: &rest)
      default: apply(parameter)
      }
    }
  }

  private mutating func apply(_ parameter: Int) {
    switch parameter {
    case 0: self = TextStyle()
    case 1: isBold = true
    case 3: isItalic = true
    case 4, 21: isUnderlined = true
    case 7: isInverse = true
    case 9: isStruck = true
    case 22: isBold = false
    case 23: isItalic = false
    case 24: isUnderlined = false
    case 27: isInverse = false
    case 29: isStruck = false
    case 30...37: foreground = Color(ansi: parameter - 30)
    case 39: foreground = nil
    case 40...47: background = Color(ansi: parameter - 40)
    case 49: background = nil
    case 90...97: foreground = Color(ansi: parameter - 82)
    case 100...107: background = Color(ansi: parameter - 92)
    default: break
    }
  }

  /// The parameters that turn the page's own style into this one.
  var parameters: [Int] {
    let flags = [
      (isBold, 1), (isItalic, 3), (isUnderlined, 4), (isInverse, 7), (isStruck, 9),
    ]
    return [0] + flags.filter(\.0).map(\.1)
      + (foreground.map { [30 + $0.ansi] } ?? []) + (background.map { [40 + $0.ansi] } ?? [])
  }
}

extension TextStyle.Color {
  private static let hues: [Self] = [.red, .green, .yellow, .blue, .magenta, .cyan]

  /// Maps one of the 16 terminal colours: black, six hues and white, then their bright versions.
  ///
  /// Black is mapped to nil, the page's own colour, since it is a terminal's background.
  init?(ansi number: Int) {
    switch number {
    case 0: return nil
    case 8: self = .gray
    case 7, 15: self = .strong
    default: self = Self.hues[(number - 1) % 8]
    }
  }

  /// The number below 8 that `init(ansi:)` maps to this colour; 60 for gray, which is bright black.
  fileprivate var ansi: Int {
    switch self {
    case .gray: 60
    case .strong: 7
    default: (Self.hues.firstIndex(of: self) ?? 0) + 1
    }
  }

  /// Parses the parameters after 38 or 48: `5 ; NUMBER` for 256 colours, or `2 ; RED ; GREEN ; BLUE`.
  fileprivate init?(popping rest: inout ArraySlice<Int>) {
    switch rest.popFirst() {
    case 5:
      guard let number = rest.popFirst() else { return nil }
      self.init(of256: number)
    case 2:
      let parts = (0..<3).map { _ in rest.popFirst() ?? 0 }
      self.init(red: parts[0], green: parts[1], blue: parts[2])
    default: return nil
    }
  }

  private init?(of256 number: Int) {
    switch number {
    case 0..<16: self.init(ansi: number)
    case 16..<232:
      let parts = [36, 6, 1].map { (number - 16) / $0 % 6 * 51 }
      self.init(red: parts[0], green: parts[1], blue: parts[2])
    case 232..<256: self = number < 250 ? .gray : .strong
    default: return nil
    }
  }

  /// The nearest hue; gray or white for colours without a hue, nil for black.
  private init?(red: Int, green: Int, blue: Int) {
    let (least, most) = (min(red, green, blue), max(red, green, blue))
    if most < 48 { return nil }
    if most - least < 40 {
      self = most < 200 ? .gray : .strong
      return
    }
    // A component counts if it is in the upper half of the range of the three.
    let bits = [red, green, blue].map { 2 * $0 > most + least }
    self.init(ansi: (bits[0] ? 1 : 0) + (bits[1] ? 2 : 0) + (bits[2] ? 4 : 0))
  }
}
