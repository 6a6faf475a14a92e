internal import Foundation
internal import Glibc
internal import Synchronization

/// Caches facts about the machine that are slow to determine.
///
/// A key contains the digest or the identity of the files that the fact is about, so that entries
/// never become invalid.
final class MachineFactsCache: Sendable {
  private struct Entry: Codable {
    var key: String
    var value: String
  }

  /// The maximum number of entries, the newest first; a build uses about three.
  private static let capacity = 32

  private let file: ChecksummedFile?
  private let entries: Mutex<[Entry]>

  /// Reads the cache of a folder; without one, facts are cached in memory only.
  init(_ folder: CacheFolder?) {
    file = folder?.facts
    entries = Mutex(file?.value([Entry].self) ?? [])
  }

  /// Returns the value of a key, determined with `compute` if it is not cached.
  func value<Failure: Error>(
    of key: String, _ compute: () async throws(Failure) -> String
  ) async throws(Failure) -> String {
    let cached = entries.withLock { $0.first { $0.key == key } }
    if let cached { return cached.value }
    let value = try await compute()
    let all = entries.withLock { entries in
      entries = Array(
        ([Entry(key: key, value: value)] + entries).prefix(MachineFactsCache.capacity))
      return entries
    }
    // If it cannot be written, the next build determines the value again.
    try? file?.store(all)
    return value
  }
}

/// Returns a text that identifies a version of a file without reading it: path, size, inode, and
/// the times of modification and status change; nil if the file does not exist.
func identity(of path: String) -> String? {
  var status = stat()
  let path = resolved(path)
  guard stat(path, &status) == 0 else { return nil }
  return [
    path, "\(status.st_size)", "\(status.st_ino)", "\(status.st_mtim.tv_sec)",
    "\(status.st_mtim.tv_nsec)", "\(status.st_ctim.tv_sec)", "\(status.st_ctim.tv_nsec)",
  ].joined(separator: " ")
}
