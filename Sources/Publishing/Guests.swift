internal import SystemPackage

/// What stands in a site's folder and no build made: files, links, empty folders.
///
/// They are carried over as hard links, so they stay the files that they were.
struct Guests {
  private let made: Set<FilePath>
  private let madeFolders: Set<FilePath>
  private let device: DeviceID?
  private let disk: Disk

  init(beside standing: Standing, _ disk: Disk) {
    (made, madeFolders, self.disk) = (standing.made, standing.madeFolders, disk)
    device = (try? standing.root.status())?.deviceID
  }

  /// Carries them from one folder into another; what is there already stays.
  func carry(from old: FilePath, to new: FilePath) throws(Refusal) {
    try carry(FilePath(), from: old, to: new)
  }

  private func carry(_ folder: FilePath, from old: FilePath, to new: FilePath) throws(Refusal) {
    let (source, target) = (old.pushing(folder), new.pushing(folder))
    for name in try source.names() {
      let path = folder.appending(name)
      let status = try source.appending(name).status()
      if status.isFolder {
        // Another file system would go with the old folder, and be lost sight of.
        if status.deviceID != device { throw .unwritable(source.appending(name), .improperLink) }
        if !madeFolders.contains(path) { try disk.makeFolders(new.pushing(path)) }
        try carry(path, from: old, to: new)
      } else if !made.contains(path), !target.appending(name).exists {
        try disk.makeFolders(target)
        try disk.link(source.appending(name), to: target.appending(name))
      }
    }
    // Last, since a folder may forbid what has just been done in it.
    if target.exists { try disk.give(target, attributesOf: try source.status()) }
  }
}
