import CZlib
import Lessons
import Markup

/// How heavy the parts of a site may be; twice as heavy ones are not published.
enum Budget {
  /// A lesson's page with the style sheet, as it is.
  static let page = 400
  /// A lesson's page with the style sheet, compressed.
  static let compressedPage = 100
  /// A figure's drawings, those of all frames and widths.
  static let figure = 80
  /// Fonts and scripts, which all pages share.
  static let shared = 200
  /// A piece of the search index, compressed.
  static let piece = 100

  /// What is wrong with the weights of lessons' pages.
  static func check(_ leaves: [Leaf], with styleSheet: [UInt8]) -> [Diagnostic] {
    let styleSize = (whole: styleSheet.count, compressed: compressedSize(styleSheet))
    let help = "divide the lesson, or draw fewer points"
    return leaves.flatMap { leaf -> [Diagnostic] in
      let (place, pageSize) = (Place(file: leaf.file), leaf.files.first?.content.count ?? 0)
      let whole = diagnostic(
        pageSize + styleSize.whole, budget: page, place, "the page", help)
      let compressed = diagnostic(
        leaf.compressedSize + styleSize.compressed, budget: compressedPage, place,
        "the page, compressed,", help)
      return [whole, compressed].compactMap { $0 }
    }
  }

  /// What is wrong with the weight of a figure.
  static func check(_ view: FigureView, of name: String, at place: Place) -> [Diagnostic] {
    [
      diagnostic(
        view.weight, budget: figure, place, "the figure '\(name)'",
        "let its sweep have fewer values, or its chart fewer marks and panels")
    ].compactMap { $0 }
  }

  /// What is wrong with the weight of what pages share.
  static func check(shared files: [Site.File], of course: Course) -> [Diagnostic] {
    let size = files.map(\.content.count).reduce(0, +)
    return [
      diagnostic(
        size, budget: shared, Place(file: course.file), "all fonts and scripts together",
        "formulas with fewer kinds of letters need fewer fonts")
    ].compactMap { $0 }
  }

  /// What is wrong with the weight of the search index.
  static func check(index pieces: [Site.File], of course: Course) -> [Diagnostic] {
    pieces.compactMap {
      diagnostic(
        compressedSize($0.content), budget: piece, Place(file: course.file),
        "a part's piece of the search index, compressed,", "divide the part")
    }
  }

  private static func diagnostic(
    _ size: Int, budget: Int, _ place: Place, _ what: String, _ help: String
  ) -> Diagnostic? {
    guard size > budget * 1024 else { return nil }
    let verb = what.hasSuffix("together") ? "have" : "has"
    let words = "\(what) \(verb) \((size + 1023) / 1024) KB, and \(budget) are enough"
    return size > 2 * budget * 1024
      ? .error(.weight, place, words, help: help) : .warning(.weight, place, words, help: help)
  }
}

/// How many bytes are left of some when a server compresses them as gzip does.
func compressedSize(_ bytes: [UInt8]) -> Int {
  var size = compressBound(uLong(bytes.count))
  var target = [UInt8](repeating: 0, count: Int(size))
  // Cannot fail: the bound is room enough, and the level is one of zlib's.
  _ = compress2(&target, &size, bytes, uLong(bytes.count), 6)
  // gzip's frame is larger than zlib's.
  return Int(size) + 12
}
