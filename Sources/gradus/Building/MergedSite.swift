import Publishing

/// A site in which some lessons are rebuilt; pages and data of the others come from the installed site.
///
/// Files that pages share, such as the style sheet, are rebuilt too, for all pages; other shared files
/// that the remaining pages can still need stay.
struct MergedSite {
  /// The files of the whole site.
  let files: [SiteFile]

  /// Merges the files that were built with those of other lessons in the installed site.
  init(_ built: [SiteFile], of lessons: Set<String>, into installed: [SiteFile]) {
    let pages = Set((built + installed).compactMap { MergedSite.page($0.path) })
    let new = built.filter {
      !MergedSite.belongsToOtherPage($0.path, lessons: lessons, pages: pages)
    }
    let paths = Set(new.map(\.path))
    files =
      new
      + installed.filter { file in
        !paths.contains(file.path) && !lessons.contains(MergedSite.owner(file.path))
      }
  }

  /// The pages of the installed site that remain when some lessons are rebuilt.
  static func pages(of installed: [SiteFile], except lessons: Set<String>) -> [SiteFile] {
    installed.filter { file in page(file.path).map { !lessons.contains($0) } ?? false }
  }

  /// Whether a file belongs to a page that is not rebuilt.
  private static func belongsToOtherPage(
    _ path: String, lessons: Set<String>, pages: Set<String>
  ) -> Bool {
    let owner = owner(path)
    return pages.contains(owner) && !lessons.contains(owner)
  }

  /// The page's name, if the path is that of a page.
  private static func page(_ path: String) -> String? {
    path.hasSuffix(".html") && !path.contains("/") ? String(path.dropLast(5)) : nil
  }

  /// The name of the lesson to which a file would belong: its own without extension, or its folder's.
  private static func owner(_ path: String) -> String {
    let first = path.prefix { $0 != "/" }
    guard first.count == path.count, let dot = first.lastIndex(of: ".") else {
      return String(first)
    }
    return String(first[..<dot])
  }
}
