internal import SystemPackage

/// The differences between the installed site and a new one.
struct SiteChanges {
  /// The site to be replaced.
  let installed: InstalledSite
  /// The files of the new site, including its list.
  let files: [SiteFile]
  /// The files that are new or changed, without the list.
  let changed: [SiteFile]
  /// The files of the installed site that the new one does not have.
  let removed: Set<FilePath>
  /// Whether the list differs.
  private let listDiffers: Bool

  init(from installed: InstalledSite, to site: [SiteFile]) {
    let paths = site.map(\.location) + [InstalledSite.listName]
    let list = SiteFile(
      path: InstalledSite.listName.string, content: InstalledSite.list(of: site.map(\.location)))
    self.installed = installed
    files = site + [list]
    changed = site.filter { !installed.contains($0) }
    removed = installed.made.subtracting(paths)
    listDiffers = !installed.contains(list)
  }

  /// Whether both sites are the same.
  var isEmpty: Bool { changed.isEmpty && !listDiffers }

  /// An untracked file or folder that a file of the new site would overwrite.
  var blockingFile: FilePath? {
    changed.lazy.compactMap { installed.untrackedFile(blocking: $0.location) }.first
  }
}
