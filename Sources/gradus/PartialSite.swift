import Publishing

/// A site of which some lessons are made anew; the others' pages and data stay as they stand.
///
/// What pages share, as the style sheet, is made anew too, for the pages that stay as for those that
/// are made; what the other pages may still need stays beside it.
struct PartialSite {
  /// The files of the whole site.
  let files: [SiteFile]

  /// The files that were made, with those of other lessons as they stand.
  init(_ made: [SiteFile], of lessons: Set<String>, in standing: [SiteFile]) {
    let pages = Set((made + standing).compactMap { PartialSite.page($0.path) })
    let new = made.filter { !PartialSite.isOthers($0.path, lessons, pages) }
    let paths = Set(new.map(\.path))
    files =
      new
      + standing.filter { file in
        !paths.contains(file.path) && !PartialSite.isOwn(file.path, lessons)
      }
  }

  /// The pages of a standing site that stay when some lessons are made anew.
  static func pages(of standing: [SiteFile], except lessons: Set<String>) -> [SiteFile] {
    standing.filter { file in page(file.path).map { !lessons.contains($0) } ?? false }
  }

  /// Whether a file belongs to a page that is not made anew.
  private static func isOthers(_ path: String, _ lessons: Set<String>, _ pages: Set<String>) -> Bool
  {
    let owner = owner(path)
    return pages.contains(owner) && !lessons.contains(owner)
  }

  private static func isOwn(_ path: String, _ lessons: Set<String>) -> Bool {
    lessons.contains(owner(path))
  }

  /// The page's name, of a page.
  private static func page(_ path: String) -> String? {
    path.hasSuffix(".html") && !path.contains("/") ? String(path.dropLast(5)) : nil
  }

  /// The name of the lesson to which a file would belong: its own without ending, or its folder's.
  private static func owner(_ path: String) -> String {
    let first = path.prefix { $0 != "/" }
    guard first.count == path.count, let dot = first.lastIndex(of: ".") else {
      return String(first)
    }
    return String(first[..<dot])
  }
}
