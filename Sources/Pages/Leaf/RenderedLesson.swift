internal import Charts
public import Lessons
internal import Markup
internal import Records
public import Typesetting

/// Everything that the site contains of one lesson, and the lesson's diagnostics.
///
/// It depends on the lesson, its records, the course file and the ``Outline`` of other lessons only,
/// so it can be cached between builds.
public struct RenderedLesson: Equatable, Sendable {
  /// The problems of the lesson, without those that only the whole site shows.
  public let diagnostics: [Diagnostic]
  /// The parts that other pages refer to.
  public let outline: Outline
  /// The path of the lesson's file.
  let file: String
  /// The ids of the page.
  let anchors: Anchors
  /// The addresses that the author wrote.
  let links: [Link]
  /// The font files that its formulas use.
  let fonts: [FontFile]
  /// The size of the page in bytes when a server compresses it.
  let compressedSize: Int
  private let dependencies: PageDependencies
  /// The address where the lesson can be edited.
  private let editAddress: String?
  /// The page, the downloads and the figures' data.
  var files: [Site.File] = []
  /// Its entry in the search index.
  var searchEntry: [UInt8] = []

  /// Renders a lesson's page and the files that belong to it.
  ///
  /// - Parameters:
  ///   - measured: The lesson with its records.
  ///   - index: The index of the course.
  ///   - typesetter: The typesetter for formulas and code.
  ///   - compiler: The version of the compiler, for the page's footer.
  ///   - knownProblems: The problems that are already known.
  public init(
    _ measured: MeasuredLesson, in index: SiteIndex, typesetter: Typesetter, compiler: String,
    knownProblems: [Diagnostic] = []
  ) {
    let lesson = measured.lesson
    var text = LessonText(measured, in: index, typesetter: typesetter)
    let html = lessonPage(measured, &text, in: index, compiler: compiler).text
    let page = Site.File("\(lesson.name).html", html)
    diagnostics = knownProblems + text.diagnostics
    outline = measured.outline
    file = lesson.file
    anchors = text.anchors
    links = text.links
    fonts = typesetter.fontFiles(usedIn: [html])
    compressedSize = Pages.compressedSize(page.content)
    dependencies = PageDependencies(
      of: lesson.name, referringTo: ProseReferences(lesson).lessons, in: index)
    editAddress = index.editAddress(of: lesson.name)
    files =
      [page] + measured.downloads
      + measured.figures.map {
        Site.File(Site.path(ofDataOf: $0, in: lesson), $0.data.csv)
      }
    searchEntry = Array(
      json(SearchEntry(measured, text.headings, typesetter: typesetter)).utf8)
  }

  /// Whether everything that the page shows of other lessons is unchanged.
  public func isUpToDate(in index: SiteIndex) -> Bool {
    dependencies == dependencies.current(of: outline.name, in: index)
      && editAddress == index.editAddress(of: outline.name)
  }
}

/// An address that an author wrote.
struct Link: Codable, Equatable {
  let address: String
  let line: Int
  /// Whether it is the address of a picture.
  var isPicture = false
}

// MARK: - Caching

/// All properties except the bytes of the files and the search entry.
extension RenderedLesson: Codable {
  private enum CodingKeys: CodingKey {
    case diagnostics, outline, file, anchors, links, fonts, compressedSize, dependencies
    case editAddress
  }
}

extension RenderedLesson {
  /// The header of the serialized form: all other properties, and the paths and sizes of the files.
  private struct Header: Codable {
    var lesson: RenderedLesson
    var paths: [String]
    var sizes: [Int]
  }

  /// The serialized form: a header as one line of JSON, then the bytes of the files and of the entry.
  public var bytes: [UInt8] {
    let contents = files.map(\.content) + [searchEntry]
    let header = Header(lesson: self, paths: files.map(\.path), sizes: contents.map(\.count))
    return contents.reduce(into: Array("\(json(header))\n".utf8)) { $0 += $1 }
  }

  /// Reads the serialized form; nil if the bytes are not valid.
  public init?(_ bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
      let header = value(Header.self, in: bytes[..<end]),
      header.sizes.count == header.paths.count + 1,
      header.sizes.allSatisfy({ $0 >= 0 }), header.sizes.reduce(end + 1, +) == bytes.count
    else { return nil }
    self = header.lesson
    var rest = bytes[(end + 1)...]
    let contents = header.sizes.map { size in
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
    files = zip(header.paths, contents).map { Site.File($0, $1) }
    searchEntry = contents[contents.count - 1]
  }
}
