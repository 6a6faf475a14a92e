/// Finds mathematics, footnote references and citations in the text of one paragraph or heading.
///
/// It reads bytes as CommonMark's inline rules do as far as these matter: nothing inside code, an
/// autolink or a link's address is found, and nothing after a backslash. Dollars follow Pandoc: no
/// space just inside, no digit after the closing one; and no formula runs from one price to the next.
struct AdditionScanner {
  /// Something found, and where.
  struct Found {
    var range: Range<Int>
    var kind: Kind
  }

  enum Kind {
    case formula(tex: Range<Int>, isDisplay: Bool, label: String?)
    case footnote(String)
    case citation([Citation])
  }

  /// Something that is no prose, and where.
  struct Passed {
    enum Kind { case code, address, escape }

    var range: Range<Int>
    var kind: Kind
  }

  let bytes: ArraySlice<UInt8>
  var index: Int
  /// What was found, in order.
  var found: [Found] = []
  /// What was passed over, in order.
  var passed: [Passed] = []
  /// What looks like an addition and is none.
  var problems: [FormProblem] = []
  /// References by label, `[words][label]`; whether the label is defined is not known here.
  var labels: [(label: String, offset: Int)] = []

  /// What stands in `bytes`.
  static func scan(_ bytes: ArraySlice<UInt8>) -> AdditionScanner {
    var scanner = AdditionScanner(bytes)
    scanner.scan()
    return scanner
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  func byte(_ position: Int) -> UInt8? {
    bytes.indices.contains(position) ? bytes[position] : nil
  }

  mutating func scan() {
    while let current = byte(index) {
      switch current {
      case .backslash: skipEscape()
      case .backtick: skipCode()
      case .less: skipAutolink()
      case .closeBracket: skipDestination()
      case .dollar: takeFormula()
      case .openBracket: takeBracket()
      default: index += 1
      }
    }
  }

  mutating func take(_ end: Int, _ kind: Kind) {
    found.append(Found(range: index..<end, kind: kind))
    index = end
  }
}
