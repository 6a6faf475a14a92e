/// A piece of what a program printed, as a terminal takes it.
enum TerminalPiece {
  /// What moves the cursor without more words.
  enum Control {
    case lineFeed, verticalTab, carriageReturn, backspace, tab
    case reverseLineFeed, save, restore, reset
  }

  /// A control sequence, `ESC [ 2 ; 5 H`.
  struct Sequence {
    /// Its numbers; one that is left out is 0.
    var parameters: [Int]
    /// The letter that says what it does.
    var final: Unicode.Scalar

    /// A number; 0 where there is none.
    func parameter(_ index: Int) -> Int {
      parameters.indices.contains(index) ? parameters[index] : 0
    }

    /// The first number, of those that count: at least 1.
    var count: Int { max(1, parameter(0)) }
  }

  /// Characters to be shown.
  case text(Substring)
  /// A control character.
  case control(Control)
  /// A control sequence.
  case sequence(Sequence)
}

/// Takes printed text apart; what a terminal neither shows nor obeys is left out.
struct TerminalPieces: Sequence, IteratorProtocol {
  private let text: String
  private var rest: Substring.UnicodeScalarView

  /// The pieces of a text.
  init(_ text: String) {
    self.text = text
    rest = text[...].unicodeScalars
  }

  /// The next piece.
  mutating func next() -> TerminalPiece? {
    while let scalar = rest.first {
      if !scalar.isUnseen {
        let run = rest.prefix { !$0.isUnseen }
        rest = rest[run.endIndex...]
        return .text(Substring(run))
      }
      rest.removeFirst()
      if let piece = piece(scalar) { return piece }
    }
    return nil
  }

  private mutating func piece(_ scalar: Unicode.Scalar) -> TerminalPiece? {
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

  private mutating func escape() -> TerminalPiece? {
    guard let scalar = rest.first, scalar != "\u{1B}", scalar.value >= 0x20 else { return nil }
    rest.removeFirst()
    switch scalar {
    case "[": return sequence()
    case "]", "P", "X", "^", "_": skipString()
    case " "..."/":
      // A set of characters and the like: the words before the final one do not matter.
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

  /// Reads a control sequence behind its beginning; nil for one that is private or broken.
  private mutating func sequence() -> TerminalPiece? {
    let start = rest.startIndex
    while let scalar = rest.first, " "..."?" ~= scalar { rest.removeFirst() }
    let middle = text.unicodeScalars[start..<rest.startIndex]
    guard let final = rest.first, "@"..."~" ~= final else { return nil }
    rest.removeFirst()
    guard middle.allSatisfy({ "0"..."9" ~= $0 || $0 == ";" || $0 == ":" }) else { return nil }
    let parameters = middle.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == ":" }
      .map { Swift.min(Int(String($0)) ?? 0, 100_000) }
    return .sequence(TerminalPiece.Sequence(parameters: parameters, final: final))
  }

  /// Passes a string that is for the terminal alone, as its window's title or a link's address.
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
  /// Whether a terminal shows nothing for it, or no page may hold it.
  fileprivate var isUnseen: Bool {
    value < 0x20 || 0x7F..<0xA0 ~= value || 0xFDD0...0xFDEF ~= value || value & 0xFFFE == 0xFFFE
  }
}
