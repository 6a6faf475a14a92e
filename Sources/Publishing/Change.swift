internal import SystemPackage

/// What makes one site of another.
struct Change {
  /// What stands.
  let standing: Standing
  /// The files of the new site, its list among them.
  let files: [SiteFile]
  /// Those that do not stand there yet as they are to be, without the list.
  let fresh: [SiteFile]
  /// The files of the old site that the new one lacks.
  let stale: Set<FilePath>
  /// Whether the list has to change.
  private let hasOtherList: Bool

  init(from standing: Standing, to site: [SiteFile]) {
    let paths = site.map(\.location) + [Standing.listName]
    let list = SiteFile(
      path: Standing.listName.string, content: Standing.list(of: site.map(\.location)))
    self.standing = standing
    files = site + [list]
    fresh = site.filter { !standing.holds($0) }
    stale = standing.made.subtracting(paths)
    hasOtherList = !standing.holds(list)
  }

  /// Whether both are the same.
  var isNone: Bool { fresh.isEmpty && !hasOtherList }

  /// A file or folder of the author's that stands where something else is to be.
  var guestInTheWay: FilePath? {
    fresh.lazy.compactMap { standing.guest(inTheWayOf: $0.location) }.first
  }
}
