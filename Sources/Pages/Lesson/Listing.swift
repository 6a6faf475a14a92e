import Lessons

/// Code with the name of its language.
struct Listing: Equatable {
  let code: String
  let language: String

  /// Whether it has lines longer than the width of the text.
  var isLong: Bool { code.split(separator: "\n").contains { $0.count > 71 } }

  /// Code with its fence's info string, of which the first word is the language.
  init(_ code: String, info: String) {
    self.code = code
    language = String(info.prefix { !($0.isASCII && $0.isWhitespace) })
  }

  /// The visible code of a cell.
  init(_ cell: Cell) { self.init(cell.shownCode + "\n", info: "swift") }
}

extension Cell {
  /// Whether the page shows its code.
  var isShown: Bool { options.echo != .hidden && !shownCode.isEmpty }
}
