internal import Foundation
internal import Glibc

/// The cache of runs, each in a file that is named by its key.
package struct RunCache: Sendable {
  /// The maximum size of all runs and lessons in bytes.
  ///
  /// A typical run has about 20 KB, so even large
  /// courses stay far below it.
  package static let sizeLimit = 1 << 30

  private let folder: CacheFolder

  /// Opens the cache in a folder.
  package init(_ folder: CacheFolder) { self.folder = folder }

  /// Returns the file for the run of a key.
  func file(_ key: String) -> ChecksummedFile { folder.run(key) }

  /// Returns the run of a key; nil if it is missing or damaged.
  func entry(_ key: String) -> CacheEntry? {
    let file = folder.run(key)
    guard let entry = file.read().flatMap({ CacheEntry($0, key: key) }) else { return nil }
    file.touch()
    return entry
  }

  /// Returns a run without its records.
  func head(_ key: String) -> CacheEntry.Head? { folder.run(key).read().flatMap(CacheEntry.head) }

  /// Stores a run, and the engine's sources on which it depends.
  ///
  /// - Throws: A `Fault` if a file cannot be written.
  func store(_ entry: CacheEntry, _ sources: EngineSources) throws(Fault) {
    let engine = folder.sources(entry.head.fingerprint.toolchain.engine)
    if engine.read() == nil { try engine.store(sources) }
    try folder.run(entry.head.fingerprint.key).write(entry.data)
  }

  /// Evicts the least recently used runs and lessons until at most `limit` bytes are left.
  ///
  /// - Parameters:
  ///   - keys: The runs that are not evicted, in addition to those in build histories.
  ///   - limit: The maximum size in bytes.
  package func trim(keeping keys: Set<String>, limit: Int = RunCache.sizeLimit) {
    let files = files(in: folder.runs) + files(in: folder.lessons)
    var size = files.reduce(0) { $0 + $1.size }
    guard size > limit else { return }
    let needed = keys.union(BuildHistory.keys(in: folder))
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
