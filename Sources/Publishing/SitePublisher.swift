internal import SystemPackage

/// Publishes a site: replaces the installed one as a whole or not at all.
///
/// The new site is written to a sibling folder, untracked files are linked into it, and both folders
/// are exchanged in one step. A killed process leaves either the old site or the new one, and at most
/// a draft folder that the next build removes. If folders cannot be exchanged, the site's files are
/// replaced one by one.
///
/// Nothing is synced to disk: a power failure can lose the site, which can be built again, but no
/// untracked file, since those are never written.
package struct SitePublisher {
  /// The changes made by publishing.
  package struct Outcome: Equatable {
    /// The number of files written.
    package var written = 0
    /// The number of files of the old site that were removed.
    package var removed = 0
    /// Whether everything changed in one step.
    package var isAtomic = true
  }

  private let files: [SiteFile]
  private let destination: Destination
  private let fileSystem: FileSystem

  /// Prepares to publish a site to a folder.
  ///
  /// - Parameters:
  ///   - files: The site's files; paths are unique.
  ///   - destination: The folder.
  package init(_ files: [SiteFile], to destination: Destination) {
    self.init(files, to: destination, on: FileSystem())
  }

  init(_ files: [SiteFile], to destination: Destination, on fileSystem: FileSystem) {
    self.files = files
    self.destination = destination
    self.fileSystem = fileSystem
  }

  /// Publishes the site; waits while another process publishes to the same place.
  ///
  /// - Returns: The changes.
  /// - Throws: `Refusal` if a file operation fails, or an untracked file would be overwritten.
  package func publish() throws(Refusal) -> Outcome {
    do throws(Refusal) {
      try fileSystem.makeFolders(destination.parent)
      let lock = try FolderLock(destination.parent)
      defer { lock.release() }
      return try publishLocked()
    } catch {
      throw error.publishing(to: destination.name)
    }
  }

  private func publishLocked() throws(Refusal) -> Outcome {
    let installed = InstalledSite(in: destination.path)
    try fileSystem.removeTree(destination.draft)
    try fileSystem.removeTree(FileByFileReplacement.draft(in: destination.path))
    let changes = SiteChanges(from: installed, to: files)
    if changes.isEmpty { return Outcome() }
    if let file = changes.blockingFile { throw .occupied(file.string) }
    let isAtomic = try apply(changes)
    return Outcome(
      written: changes.changed.count, removed: changes.removed.count, isAtomic: isAtomic)
  }

  /// - Returns: Whether everything changed in one step.
  private func apply(_ changes: SiteChanges) throws(Refusal) -> Bool {
    try changes.installed.requireWritable()
    do throws(Refusal) {
      try AtomicReplacement(changes, with: destination.draft, on: fileSystem).perform()
      return true
    } catch {
      guard changes.installed.exists, error.isExchangeFailure else { throw error }
      try? fileSystem.removeTree(destination.draft)
      try FileByFileReplacement(changes, on: fileSystem).perform()
      return false
    }
  }
}
