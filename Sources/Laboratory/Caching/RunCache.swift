internal import Foundation
internal import Glibc

/// The runs that are kept, each in a file that is named by the digest of all it was made of.
package struct RunCache: Sendable {
  /// How many bytes of runs and lessons are kept: a run of an ordinary lesson has some 20 KB, so this is the
  /// course of a lifetime, and still a small part of a disk.
  package static let sizeLimit = 1 << 30

  private let folder: CacheFolder

  /// The runs that are kept in a folder.
  package init(_ folder: CacheFolder) { self.folder = folder }

  /// Where the run of a key is kept.
  func file(_ key: String) -> SealedFile { folder.run(key) }

  /// The run that is kept under a key; one that is damaged is as good as none.
  func entry(_ key: String) -> CacheEntry? {
    let file = folder.run(key)
    guard let entry = file.read().flatMap({ CacheEntry($0, key: key) }) else { return nil }
    file.touch()
    return entry
  }

  /// All but the records of a run.
  func head(_ key: String) -> CacheEntry.Head? { folder.run(key).read().flatMap(CacheEntry.head) }

  /// Keeps a run.
  ///
  /// - Throws: What the disk says.
  func keep(_ entry: CacheEntry, _ sources: EngineSources) throws(Fault) {
    let engine = folder.sources(entry.head.fingerprint.surroundings.engine)
    if engine.read() == nil { try engine.keep(sources) }
    try folder.run(entry.head.fingerprint.key).write(entry.data)
  }

  /// Throws out what was used longest ago, runs and lessons alike, until no more than `limit` bytes
  /// are left.
  ///
  /// - Parameters:
  ///   - keys: The runs that stay, whatever their size, besides those that a course's history names.
  ///   - limit: How many bytes may be kept.
  package func trim(keeping keys: Set<String>, limit: Int = RunCache.sizeLimit) {
    let files = files(in: folder.runs) + files(in: folder.lessons)
    var size = files.reduce(0) { $0 + $1.size }
    guard size > limit else { return }
    let needed = keys.union(History.keys(in: folder))
    for file in files.sorted(by: { $0.used < $1.used }) where !needed.contains(file.name) {
      if size <= limit { return }
      unlink(file.path)
      size -= file.size
    }
  }

  private func files(in folder: String)
    -> [(name: String, path: String, size: Int, used: Double)]
  {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.compactMap { name in
      var status = stat()
      guard stat("\(folder)/\(name)", &status) == 0 else { return nil }
      let used = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
      return (name, "\(folder)/\(name)", Int(status.st_size), used)
    }
  }
}
