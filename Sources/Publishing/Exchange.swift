internal import SystemPackage

/// A change in one step: the new site is written to a folder that then takes the old one's place.
struct Exchange {
  private let change: Change
  private let draft: FilePath
  private let disk: Disk

  init(_ change: Change, with draft: FilePath, on disk: Disk) {
    (self.change, self.draft, self.disk) = (change, draft, disk)
  }

  /// Performs it; if it fails, all stands as before.
  func perform() throws(Refusal) {
    do throws(Refusal) {
      try writeDraft()
      try takePlace()
    } catch {
      try? disk.removeTree(draft)
      throw error
    }
  }

  private var standing: Standing { change.standing }

  private func writeDraft() throws(Refusal) {
    try disk.makeFolder(draft)
    let fresh = Set(change.fresh.map(\.path) + [Standing.listName.string])
    for file in change.files {
      let place = draft.pushing(file.location)
      try disk.makeFolders(place.removingLastComponent())
      if fresh.contains(file.path) {
        try disk.write(file.content, to: place)
      } else {
        // What has not changed keeps its time of change, too.
        try disk.link(standing.root.pushing(file.location), to: place)
      }
    }
  }

  private func takePlace() throws(Refusal) {
    guard standing.exists else { return try disk.rename(draft, to: standing.root) }
    let guests = Guests(beside: standing, disk)
    try guests.carry(from: standing.root, to: draft)
    try disk.exchange(draft, standing.root)
    // Whatever came while the draft was written would go with the old site.
    try? guests.carry(from: draft, to: standing.root)
    // The site is published: what cannot be removed now is left to the next build.
    try? disk.removeTree(draft)
  }
}
