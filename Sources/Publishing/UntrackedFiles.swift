internal import SystemPackage

/// The files, links and empty folders of an output folder that no build created.
///
/// They move to the new site as hard links, so each remains the same file.
struct UntrackedFiles {
  private let made: Set<FilePath>
  private let madeFolders: Set<FilePath>
  private let device: DeviceID?
  private let fileSystem: FileSystem

  init(of installed: InstalledSite, on fileSystem: FileSystem) {
    made = installed.made
    madeFolders = installed.madeFolders
    self.fileSystem = fileSystem
    device = (try? installed.root.status())?.deviceID
  }

  /// Links them from one folder into another, which keeps the files that it already has.
  func link(from old: FilePath, to new: FilePath) throws(Refusal) {
    try link(FilePath(), from: old, to: new)
  }

  private func link(_ folder: FilePath, from old: FilePath, to new: FilePath) throws(Refusal) {
    let source = old.pushing(folder)
    let target = new.pushing(folder)
    for name in try source.names() {
      let path = folder.appending(name)
      let status = try source.appending(name).status()
      if status.isFolder {
        // A mount point would be deleted together with the old folder.
        if status.deviceID != device { throw .unwritable(source.appending(name), .improperLink) }
        if !madeFolders.contains(path) { try fileSystem.makeFolders(new.pushing(path)) }
        try link(path, from: old, to: new)
      } else if !made.contains(path), !target.appending(name).exists {
        try fileSystem.makeFolders(target)
        try fileSystem.link(source.appending(name), to: target.appending(name))
      }
    }
    // Last, since the folder's own mode can forbid writing to it.
    if target.exists { try fileSystem.copyAttributes(try source.status(), to: target) }
  }
}
