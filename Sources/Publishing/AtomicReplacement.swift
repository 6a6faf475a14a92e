internal import SystemPackage

/// Replaces a site in one step: writes the new one to a draft folder and exchanges both folders.
struct AtomicReplacement {
  private let changes: SiteChanges
  private let draft: FilePath
  private let fileSystem: FileSystem

  init(_ changes: SiteChanges, with draft: FilePath, on fileSystem: FileSystem) {
    self.changes = changes
    self.draft = draft
    self.fileSystem = fileSystem
  }

  /// Performs the replacement; if it fails, the installed site is unchanged.
  func perform() throws(Refusal) {
    do throws(Refusal) {
      try writeDraft()
      try install()
    } catch {
      try? fileSystem.removeTree(draft)
      throw error
    }
  }

  private var installed: InstalledSite { changes.installed }

  private func writeDraft() throws(Refusal) {
    try fileSystem.makeFolder(draft)
    let changed = Set(changes.changed.map(\.path) + [InstalledSite.listName.string])
    for file in changes.files {
      let place = draft.pushing(file.location)
      try fileSystem.makeFolders(place.removingLastComponent())
      if changed.contains(file.path) {
        try fileSystem.write(file.content, to: place)
      } else {
        // A link keeps the modification time.
        try fileSystem.link(installed.root.pushing(file.location), to: place)
      }
    }
  }

  private func install() throws(Refusal) {
    guard installed.exists else { return try fileSystem.rename(draft, to: installed.root) }
    let untracked = UntrackedFiles(of: installed, on: fileSystem)
    try untracked.link(from: installed.root, to: draft)
    try fileSystem.exchange(draft, installed.root)
    // Also keeps the files that were added while the draft was written.
    try? untracked.link(from: draft, to: installed.root)
    // The site is published; the next build removes what cannot be removed now.
    try? fileSystem.removeTree(draft)
  }
}
