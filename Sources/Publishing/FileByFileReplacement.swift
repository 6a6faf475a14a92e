internal import SystemPackage

/// Replaces a site file by file, for folders that cannot be exchanged, such as a mount point.
///
/// Untracked files are not touched, and each file is complete at any time. Until the last step the
/// list names both the old files and the new ones, so the next build after a kill knows which files
/// are its own.
struct FileByFileReplacement {
  private let changes: SiteChanges
  private let fileSystem: FileSystem
  private let root: FilePath
  private let draft: FilePath

  init(_ changes: SiteChanges, on fileSystem: FileSystem) {
    self.changes = changes
    self.fileSystem = fileSystem
    root = changes.installed.root
    draft = FileByFileReplacement.draft(in: root)
  }

  /// The folder into which new files are written first; it is on the same file system.
  static func draft(in root: FilePath) -> FilePath { root.appending(".gradus-draft") }

  /// Performs the replacement; if it fails halfway, the error says that the site is partly updated.
  func perform() throws(Refusal) {
    do throws(Refusal) {
      try fileSystem.makeFolder(draft)
      for file in changes.changed { try write(file.content, for: file.location) }
    } catch {
      try? fileSystem.removeTree(draft)
      throw error
    }
    do throws(Refusal) {
      try replace()
    } catch {
      throw error.leavingPartialSite
    }
    try? fileSystem.removeTree(draft)
  }

  private func replace() throws(Refusal) {
    let new = changes.files.map(\.location)
    try writeList(of: changes.installed.made.union(new))
    for path in changes.removed { try fileSystem.removeFileIfPresent(root.pushing(path)) }
    for folder in Set(changes.removed.flatMap(\.ancestors)).sorted(by: { $0.string > $1.string }) {
      fileSystem.removeIfEmpty(root.pushing(folder))
    }
    // Pages come last, so that a new page never refers to a missing file.
    let pages = changes.changed.filter(\.isPage)
    let others = changes.changed.filter { !$0.isPage }
    for path in (others + pages).map(\.location) {
      let place = root.pushing(path)
      try fileSystem.makeFolders(place.removingLastComponent())
      try fileSystem.rename(draft.pushing(path), to: place)
    }
    try writeList(of: Set(new))
  }

  private func writeList(of paths: Set<FilePath>) throws(Refusal) {
    let name = InstalledSite.listName
    try write(InstalledSite.list(of: paths.subtracting([name])), for: name)
    try fileSystem.rename(draft.pushing(name), to: root.pushing(name))
  }

  private func write(_ content: [UInt8], for path: FilePath) throws(Refusal) {
    let place = draft.pushing(path)
    try fileSystem.makeFolders(place.removingLastComponent())
    try fileSystem.write(content, to: place)
  }
}

extension SiteFile {
  fileprivate var isPage: Bool { path.hasSuffix(".html") }
}
