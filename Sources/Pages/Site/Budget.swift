import CZlib
import Lessons
import Markup

/// How heavy the parts of a site may be; twice as heavy ones are not published.
enum Budget {
  /// A lesson's page with the style sheet and its pictures, as they are.
  static let page = 400
  /// A lesson's page with the style sheet, compressed; pictures are compressed already.
  static let compressedPage = 100
  /// A figure's drawings, those of all frames and widths.
  static let figure = 80
  /// Fonts and scripts, which all pages share.
  static let shared = 200
  /// A piece of the search index, compressed.
  static let piece = 100

  /// What is wrong with the weights of lessons' pages.
  static func check(
    _ leaves: [Leaf], with styleSheet: [UInt8], _ pictures: [SiteLinks.Picture] = []
  ) -> [Diagnostic] {
    let styleSize = (whole: styleSheet.count, compressed: compressedSize(styleSheet))
    let help = "divide the lesson, or draw fewer points"
    return leaves.flatMap { leaf -> [Diagnostic] in
      let (place, pageSize) = (Place(file: leaf.file), leaf.files.first?.content.count ?? 0)
      let whole = diagnostic(
        pageSize + styleSize.whole, budget: page, place, "the page", help)
      let compressed = diagnostic(
        leaf.compressedSize + styleSize.compressed, budget: compressedPage, place,
        "the page, compressed,", help)
      let path = leaf.files.first?.path
      let shown = diagnostic(pageSize + styleSize.whole, with: pictures.filter { $0.page == path })
      let isWorse = shown?.severity == .error && whole?.severity != .error
      return [whole == nil || isWorse ? shown : whole, compressed].compactMap { $0 }
    }
  }

  /// What is wrong with the weight of a page with its pictures.
  private static func diagnostic(_ size: Int, with pictures: [SiteLinks.Picture]) -> Diagnostic? {
    guard let largest = pictures.max(by: { $0.size < $1.size }) else { return nil }
    return diagnostic(
      pictures.reduce(size) { $0 + $1.size }, budget: page, largest.place,
      "the page with its pictures",
      "make '\(largest.name)' smaller: it has \(kilobytes(largest.size))")
  }

  /// What is wrong with the weight of a figure.
  static func check(_ view: FigureView, of name: String, at place: Place) -> [Diagnostic] {
    [
      diagnostic(
        view.weight, budget: figure, place, "the figure '\(name)'",
        "let its sweep have fewer values, or its chart fewer marks and panels")
    ].compactMap { $0 }
  }

  private static func kilobytes(_ size: Int) -> String { "\((size + 1023) / 1024) KB" }

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
  ///
  /// Those of the course's parts come first, in their order.
  static func check(index pieces: [Site.File], of course: Course) -> [Diagnostic] {
    pieces.enumerated().compactMap { number, file in
      diagnostic(
        compressedSize(file.content), budget: piece, course.place(ofPart: number),
        "a part's piece of the search index, compressed,", "divide the part")
    }
  }

  private static func diagnostic(
    _ size: Int, budget: Int, _ place: Place, _ what: String, _ help: String
  ) -> Diagnostic? {
    guard size > budget * 1024 else { return nil }
    let verb = what.hasSuffix("together") ? "have" : "has"
    let words = "\(what) \(verb) \(kilobytes(size)), and \(budget) are enough"
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
