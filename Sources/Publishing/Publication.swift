internal import SystemPackage

/// Puts a site in the place of the one that stands, whole or not at all.
///
/// The new site is written beside the old one, what stands there and no build made comes along, and
/// both folders are exchanged in one step. Whoever is killed on the way leaves the old site or the
/// new one, and at most a folder beside it that the next build removes. Where folders cannot be
/// exchanged, the site's files are replaced one by one.
///
/// Nothing waits for the disk: a power cut may cost a site, which another build makes again, but no
/// file of the author's, since those are never written.
package struct Publication {
  /// What publishing has changed.
  package struct Outcome: Equatable {
    /// How many files were written.
    package var written = 0
    /// How many files of an older site are gone.
    package var removed = 0
    /// Whether all changed in one step.
    package var isWhole = true
  }

  private let files: [SiteFile]
  private let destination: Destination
  private let disk: Disk

  /// A site on its way to a folder.
  ///
  /// - Parameters:
  ///   - files: The site's files, each path once.
  ///   - destination: The folder.
  package init(_ files: [SiteFile], to destination: Destination) {
    self.init(files, to: destination, on: Disk())
  }

  init(_ files: [SiteFile], to destination: Destination, on disk: Disk) {
    (self.files, self.destination, self.disk) = (files, destination, disk)
  }

  /// Publishes the site, when nobody else publishes in the same place.
  ///
  /// - Returns: What has changed.
  /// - Throws: `Refusal` where the disk refuses, or a file of the author's stands in the way.
  package func publish() throws(Refusal) -> Outcome {
    do throws(Refusal) {
      try disk.makeFolders(destination.parent)
      let lock = try FolderLock(destination.parent)
      defer { lock.release() }
      return try publishAlone()
    } catch {
      throw error.publishing(to: destination.name)
    }
  }

  private func publishAlone() throws(Refusal) -> Outcome {
    let standing = Standing(in: destination.path)
    try disk.removeTree(destination.draft)
    try disk.removeTree(Replacement.draft(in: destination.path))
    let change = Change(from: standing, to: files)
    if change.isNone { return Outcome() }
    if let guest = change.guestInTheWay { throw .occupied(guest.string) }
    let isWhole = try put(change)
    return Outcome(written: change.fresh.count, removed: change.stale.count, isWhole: isWhole)
  }

  /// - Returns: Whether it happened in one step.
  private func put(_ change: Change) throws(Refusal) -> Bool {
    try change.standing.requireWritable()
    do throws(Refusal) {
      try Exchange(change, with: destination.draft, on: disk).perform()
      return true
    } catch {
      guard change.standing.exists, error.concernsExchanging else { throw error }
      try? disk.removeTree(destination.draft)
      try Replacement(change, on: disk).perform()
      return false
    }
  }
}
