internal import Charts
public import Lessons
internal import Markup
internal import Records
public import Typesetting

/// All that a site has of one lesson, and all that is to be said of the lesson.
///
/// It depends on the lesson, on what it measured, on the course's own files, and of other lessons on
/// nothing but their ``Outline``. So it may be kept from one build to the next.
public struct Leaf: Equatable, Sendable {
  /// What is wrong with the lesson, as long as nobody looks at the site as a whole.
  public let diagnostics: [Diagnostic]
  /// What other pages need of the lesson.
  public let outline: Outline
  /// The lesson's file, as the user named it.
  let file: String
  /// The names of the places on the page.
  let anchors: Anchors
  /// The addresses that the author wrote.
  let links: [Link]
  /// The typefaces of its formulas.
  let fonts: [FontFile]
  /// How many bytes a server sends of the page.
  let compressedSize: Int
  private let neighbourhood: Neighbourhood
  /// Where the lesson can be edited.
  private let editAddress: String?
  /// The page, what readers take home, and the figures' data.
  var files: [Site.File] = []
  /// What the search index has of it.
  var entry: [UInt8] = []

  /// Makes a lesson's page and all that belongs to it.
  ///
  /// - Parameters:
  ///   - measured: The lesson with what it measured.
  ///   - index: Where everything of the course is.
  ///   - typesetter: What sets formulas and code.
  ///   - compiler: The compiler that built the lesson, for the line that says what made the page.
  ///   - noted: What is known to be wrong with the lesson already.
  public init(
    _ measured: MeasuredLesson, in index: SiteIndex, typesetter: Typesetter, compiler: String,
    noted: [Diagnostic] = []
  ) {
    let lesson = measured.lesson
    var text = LessonText(measured, in: index, typesetter)
    let html = lessonPage(measured, &text, in: index, compiler: compiler).text
    let page = Site.File("\(lesson.name).html", html)
    diagnostics = noted + text.diagnostics
    outline = measured.outline
    file = lesson.file
    (anchors, links) = (text.anchors, text.links)
    fonts = typesetter.fontFiles(usedIn: [html])
    compressedSize = Pages.compressedSize(page.content)
    neighbourhood = Neighbourhood(
      of: lesson.name, referringTo: Bindings(lesson).lessons, in: index)
    editAddress = index.editAddress(of: lesson.name)
    files =
      [page] + measured.downloads
      + measured.figures.map {
        Site.File(Site.path(ofDataOf: $0, in: lesson), $0.data.csv)
      }
    entry = Array(json(SearchEntry(measured, text.headings, typesetter)).utf8)
  }

  /// Whether all that the page shows of other lessons is as the course has it now.
  public func fits(_ index: SiteIndex) -> Bool {
    neighbourhood == neighbourhood.asItIs(around: outline.name, in: index)
      && editAddress == index.editAddress(of: outline.name)
  }
}

/// An address that an author wrote.
struct Link: Codable, Equatable {
  let address: String
  let line: Int
  /// Whether it is a picture's.
  var isPicture = false
}

// MARK: - Keeping

/// All but what it holds byte for byte.
extension Leaf: Codable {
  private enum CodingKeys: CodingKey {
    case diagnostics, outline, file, anchors, links, fonts, compressedSize, neighbourhood
    case editAddress
  }
}

extension Leaf {
  /// What stands before a leaf's bytes: all the rest, and how they are divided.
  private struct Head: Codable {
    var leaf: Leaf
    var paths: [String]
    var sizes: [Int]
  }

  /// The leaf as it is kept: a line of JSON, and then its files and its entry, one after the other.
  public var bytes: [UInt8] {
    let contents = files.map(\.content) + [entry]
    let head = Head(leaf: self, paths: files.map(\.path), sizes: contents.map(\.count))
    return contents.reduce(into: Array("\(json(head))\n".utf8)) { $0 += $1 }
  }

  /// A leaf that was kept; nil where the bytes are of none.
  public init?(_ bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let head = value(Head.self, in: bytes[..<end]), head.sizes.count == head.paths.count + 1,
      head.sizes.allSatisfy({ $0 >= 0 }), head.sizes.reduce(end + 1, +) == bytes.count
    else { return nil }
    self = head.leaf
    var rest = bytes[(end + 1)...]
    let contents = head.sizes.map { size in
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    files = zip(head.paths, contents).map { Site.File($0, $1) }
    entry = contents[contents.count - 1]
  }
}
