internal import SystemPackage

/// A change file by file, for folders that cannot be exchanged, such as one that is a mount.
///
/// What no build made is not touched.
/// Each file is whole at any moment. The list names old files and new ones until all is done, so
/// that the next build after a kill knows all that is ours, and finishes.
struct Replacement {
  private let change: Change
  private let disk: Disk
  private let root: FilePath
  private let draft: FilePath

  init(_ change: Change, on disk: Disk) {
    (self.change, self.disk) = (change, disk)
    root = change.standing.root
    draft = Replacement.draft(in: root)
  }

  /// Where new files are written first: on the same file system.
  static func draft(in root: FilePath) -> FilePath { root.appending(".gradus-draft") }

  func perform() throws(Refusal) {
    do throws(Refusal) {
      try disk.makeFolder(draft)
      for file in change.fresh { try write(file.content, for: file.location) }
    } catch {
      try? disk.removeTree(draft)
      throw error
    }
    do throws(Refusal) {
      try replace()
    } catch {
      throw error.leavingHalf
    }
    try? disk.removeTree(draft)
  }

  private func replace() throws(Refusal) {
    let new = change.files.map(\.location)
    try putList(of: change.standing.made.union(new))
    for path in change.stale { try disk.removeIfThere(root.pushing(path)) }
    for folder in Set(change.stale.flatMap(\.ancestors)).sorted(by: { $0.string > $1.string }) {
      disk.removeIfEmpty(root.pushing(folder))
    }
    // What pages refer to comes before them.
    let (pages, others) = (change.fresh.filter(\.isPage), change.fresh.filter { !$0.isPage })
    for path in (others + pages).map(\.location) {
      let place = root.pushing(path)
      try disk.makeFolders(place.removingLastComponent())
      try disk.rename(draft.pushing(path), to: place)
    }
    try putList(of: Set(new))
  }

  private func putList(of paths: Set<FilePath>) throws(Refusal) {
    try write(Standing.list(of: paths.subtracting([Standing.listName])), for: Standing.listName)
    try disk.rename(
      draft.pushing(Standing.listName), to: root.pushing(Standing.listName))
  }

  private func write(_ content: [UInt8], for path: FilePath) throws(Refusal) {
    let place = draft.pushing(path)
    try disk.makeFolders(place.removingLastComponent())
    try disk.write(content, to: place)
  }
}

extension SiteFile {
  fileprivate var isPage: Bool { path.hasSuffix(".html") }
}
