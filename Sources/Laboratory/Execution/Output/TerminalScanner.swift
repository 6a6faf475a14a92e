/// A token of a program's output as a terminal interprets it: text or a control function.
enum TerminalToken {
  /// A control character, or an escape sequence without parameters.
  enum Control {
    case lineFeed, verticalTab, carriageReturn, backspace, tab
    case reverseLineFeed, save, restore, reset
  }

  /// A control sequence, `ESC [ 2 ; 5 H`.
  struct Sequence {
    /// The parameters; an omitted one is 0.
    var parameters: [Int]
    /// The final character, which selects the function.
    var final: Unicode.Scalar

    /// Returns a parameter; 0 if it is missing.
    func parameter(_ index: Int) -> Int {
      parameters.indices.contains(index) ? parameters[index] : 0
    }

    /// The first parameter as a count, at least 1.
    var count: Int { max(1, parameter(0)) }
  }

  /// Visible characters.
  case text(Substring)
  /// A control character.
  case control(Control)
  /// A control sequence.
  case sequence(Sequence)
}

/// Splits a program's output into tokens; what a terminal would ignore is left out.
struct TerminalScanner: Sequence, IteratorProtocol {
  private let text: String
  private var rest: Substring.UnicodeScalarView

  /// Creates a scanner for a text.
  init(_ text: String) {
    self.text = text
    rest = text[...].unicodeScalars
  }

  /// Returns the next token; nil at the end.
  mutating func next() -> TerminalToken? {
    while let scalar = rest.first {
      if !scalar.isControl {
        let run = rest.prefix { !$0.isControl }
        rest = rest[run.endIndex...]
        return .text(Substring(run))
      }
      rest.removeFirst()
      if let token = control(scalar) { return token }
    }
    return nil
  }

  private mutating func control(_ scalar: Unicode.Scalar) -> TerminalToken? {
    switch scalar.value {
    case 0x08: return .control(.backspace)
    case 0x09: return .control(.tab)
    case 0x0A: return .control(.lineFeed)
    case 0x0B, 0x0C: return .control(.verticalTab)
    case 0x0D: return .control(.carriageReturn)
    case 0x1B: return escape()
    case 0x9B: return sequence()
    case let value where value >= 0xFDD0: return .text("\u{FFFD}")
    default: return nil
    }
  }

  private mutating func escape() -> TerminalToken? {
    guard let scalar = rest.first, scalar != "\u{1B}", scalar.value >= 0x20 else { return nil }
    rest.removeFirst()
    switch scalar {
    case "[": return sequence()
    case "]", "P", "X", "^", "_": skipString()
    case " "..."/":
      // Character sets and the like: intermediate characters up to the final one.
      while let next = rest.popFirst(), " "..."/" ~= next { continue }
    case "7": return .control(.save)
    case "8": return .control(.restore)
    case "D": return .control(.verticalTab)
    case "E": return .control(.lineFeed)
    case "M": return .control(.reverseLineFeed)
    case "c": return .control(.reset)
    default: break
    }
    return nil
  }

  /// Scans a control sequence after its introducer; nil for a private or malformed one.
  private mutating func sequence() -> TerminalToken? {
    let start = rest.startIndex
    while let scalar = rest.first, " "..."?" ~= scalar { rest.removeFirst() }
    let middle = text.unicodeScalars[start..<rest.startIndex]
    guard let final = rest.first, "@"..."~" ~= final else { return nil }
    rest.removeFirst()
    guard middle.allSatisfy({ "0"..."9" ~= $0 || $0 == ";" || $0 == ":" }) else { return nil }
    let parameters = middle.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == ":" }
      .map { Swift.min(Int(String($0)) ?? 0, 100_000) }
    return .sequence(TerminalToken.Sequence(parameters: parameters, final: final))
  }

  /// Skips a string for the terminal, such as a window title or the address of a link.
  private mutating func skipString() {
    while let scalar = rest.popFirst() {
      if scalar == "\u{07}" || scalar.value == 0x9C { return }
      if scalar == "\u{1B}", rest.first == "\\" {
        rest.removeFirst()
        return
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a control character or a noncharacter, which pages must not contain.
  fileprivate var isControl: Bool {
    value < 0x20 || 0x7F..<0xA0 ~= value || 0xFDD0...0xFDEF ~= value || value & 0xFFFE == 0xFFFE
  }
}
