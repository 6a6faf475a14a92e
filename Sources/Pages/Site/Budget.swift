import CZlib
import Lessons
import Markup

/// Size limits for the parts of a site, in KB.
///
/// Exceeding a limit is a warning, exceeding twice the limit is an error.
enum Budget {
  /// A lesson's page with the style sheet and its pictures, uncompressed.
  static let page = 400
  /// A lesson's page with the style sheet, compressed, without pictures.
  static let compressedPage = 100
  /// A figure's drawings, for all frames and widths.
  static let figure = 80
  /// The fonts and scripts that all pages share.
  static let shared = 200
  /// A file of the search index, compressed.
  static let searchIndex = 100

  /// Checks the sizes of lessons' pages.
  static func check(
    _ lessons: [RenderedLesson], with styleSheet: [UInt8], pictures: [SiteLinks.Picture] = []
  ) -> [Diagnostic] {
    let styleSize = (whole: styleSheet.count, compressed: compressedSize(styleSheet))
    let help = "divide the lesson, or draw fewer points"
    return lessons.flatMap { lesson -> [Diagnostic] in
      let place = Place(file: lesson.file)
      let pageSize = lesson.files.first?.content.count ?? 0
      let whole = diagnostic(
        pageSize + styleSize.whole, limit: page, at: place, "the page", help: help)
      let compressed = diagnostic(
        lesson.compressedSize + styleSize.compressed, limit: compressedPage, at: place,
        "the compressed page", help: help)
      let path = lesson.files.first?.path
      let withPictures = diagnostic(
        pageSize + styleSize.whole, with: pictures.filter { $0.page == path })
      let isWorse = withPictures?.severity == .error && whole?.severity != .error
      return [whole == nil || isWorse ? withPictures : whole, compressed].compactMap { $0 }
    }
  }

  /// Checks the size of a page including its pictures.
  private static func diagnostic(_ size: Int, with pictures: [SiteLinks.Picture]) -> Diagnostic? {
    guard let largest = pictures.max(by: { $0.size < $1.size }) else { return nil }
    return diagnostic(
      pictures.reduce(size) { $0 + $1.size }, limit: page, at: largest.place,
      "the page with its pictures",
      help: "make '\(largest.name)' smaller: its size is \(kilobytes(largest.size))")
  }

  /// Checks the size of a figure.
  static func check(_ view: FigureView, of name: String, at place: Place) -> [Diagnostic] {
    [
      diagnostic(
        view.drawingSize, limit: figure, at: place, "the figure '\(name)'",
        help: "use fewer values in its sweep, or fewer marks and panels in its chart")
    ].compactMap { $0 }
  }

  private static func kilobytes(_ size: Int) -> String { "\((size + 1023) / 1024) KB" }

  /// Checks the total size of the fonts and scripts.
  static func check(shared files: [Site.File], of course: Course) -> [Diagnostic] {
    let size = files.map(\.content.count).reduce(0, +)
    return [
      diagnostic(
        size, limit: shared, at: Place(file: course.file), "the total of fonts and scripts",
        help: "formulas with fewer kinds of letters need fewer fonts")
    ].compactMap { $0 }
  }

  /// Checks the sizes of the search index's files.
  ///
  /// The files of the course's parts must come first, in order.
  static func check(index files: [Site.File], of course: Course) -> [Diagnostic] {
    files.enumerated().compactMap { number, file in
      diagnostic(
        compressedSize(file.content), limit: searchIndex, at: course.place(ofPart: number),
        "the compressed search index of a part", help: "divide the part")
    }
  }

  private static func diagnostic(
    _ size: Int, limit: Int, at place: Place, _ what: String, help: String
  ) -> Diagnostic? {
    guard size > limit * 1024 else { return nil }
    let summary = "\(what) has \(kilobytes(size)), more than the limit of \(limit)"
    return size > 2 * limit * 1024
      ? .error(.weight, place, summary, help: help) : .warning(.weight, place, summary, help: help)
  }
}

/// The size of bytes when a server compresses them with gzip.
func compressedSize(_ bytes: [UInt8]) -> Int {
  var size = compressBound(uLong(bytes.count))
  var target = [UInt8](repeating: 0, count: Int(size))
  // Cannot fail: the buffer is large enough, and the level is valid.
  _ = compress2(&target, &size, bytes, uLong(bytes.count), 6)
  // gzip's header and trailer are larger than zlib's.
  return Int(size) + 12
}
