/// Finds formulas, footnote references and citations in the text of one paragraph or heading.
///
/// It follows CommonMark's inline rules where they matter: it finds nothing inside code, an
/// autolink or a link's address, and nothing after a backslash. Dollar signs follow Pandoc's rules:
/// no space just inside, no digit after the closing one. Text between two prices is not a formula.
struct ExtensionScanner {
  /// A formula, footnote reference or citation, and its range of bytes.
  struct Match {
    var range: Range<Int>
    var kind: Kind
  }

  enum Kind {
    case formula(tex: Range<Int>, isDisplay: Bool, label: String?)
    case footnote(String)
    case citation([Citation])
  }

  /// Text that is not prose, and its range of bytes.
  struct Skipped {
    enum Kind { case code, address, escape }

    var range: Range<Int>
    var kind: Kind
  }

  let bytes: ArraySlice<UInt8>
  var index: Int
  /// The matches in order.
  var matches: [Match] = []
  /// The ranges that were not scanned, in order.
  var skipped: [Skipped] = []
  /// Text that looks like an extension but is not one.
  var problems: [MarkupProblem] = []
  /// Reference links, `[text][label]`, by label; the scanner does not know which labels are
  /// defined.
  var labels: [(label: String, offset: Int)] = []

  /// Scans `bytes` from start to end.
  static func scan(_ bytes: ArraySlice<UInt8>) -> ExtensionScanner {
    var scanner = ExtensionScanner(bytes)
    scanner.scan()
    return scanner
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The byte at a position; nil outside the text.
  func byte(_ position: Int) -> UInt8? {
    bytes.indices.contains(position) ? bytes[position] : nil
  }

  private mutating func scan() {
    while let current = byte(index) {
      switch current {
      case .backslash: skipEscape()
      case .backtick: skipCode()
      case .less: skipAutolink()
      case .closeBracket: skipLinkTarget()
      case .dollar: scanFormula()
      case .openBracket: scanBracket()
      default: index += 1
      }
    }
  }

  /// Adds a match that ends at `end`, and moves there.
  mutating func addMatch(upTo end: Int, _ kind: Kind) {
    matches.append(Match(range: index..<end, kind: kind))
    index = end
  }
}
