import Lessons

/// Code as a page shows it, with the name of its language.
struct Listing: Equatable {
  let code: String
  let language: String

  /// Whether it has lines too long for the text's measure.
  var isLong: Bool { code.split(separator: "\n").contains { $0.count > 71 } }

  /// Code behind a fence's words, of which the first names the language.
  init(_ code: String, info: String) {
    self.code = code
    language = String(info.prefix { !($0.isASCII && $0.isWhitespace) })
  }

  /// What a cell shows of its code.
  init(_ cell: Cell) { self.init(cell.shownCode + "\n", info: "swift") }
}

extension Cell {
  /// Whether its page shows code of it.
  var isShown: Bool { options.echo != .hidden && !shownCode.isEmpty }
}
