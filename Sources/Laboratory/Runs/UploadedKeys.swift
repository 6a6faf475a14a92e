internal import Foundation
internal import Sharing
internal import Synchronization

/// The keys of cached runs that are known to be in a remote cache, so that it is not queried again.
///
/// Concurrent builds can miss each other's changes; then the server is queried once more. A run
/// that the server has evicted is uploaded again when a machine runs it again.
final class UploadedKeys: Sendable {
  private let folder: CacheFolder
  private let file: ChecksummedFile
  private let state: Mutex<(keys: Set<String>, isNew: Bool)>

  /// Reads the keys for a server from a cache folder.
  init(_ folder: CacheFolder, _ address: RemoteAddress) {
    self.folder = folder
    file = folder.shared(at: address.text)
    state = Mutex((Set(file.value([String].self) ?? []), false))
  }

  /// The keys of the runs.
  var keys: Set<String> { state.withLock { $0.keys } }

  /// Adds the key of a run that is in the remote cache.
  func insert(_ key: String) {
    state.withLock { state in
      if state.keys.insert(key).inserted { state.isNew = true }
    }
  }

  /// Writes new keys to disk, without those of evicted runs.
  ///
  /// If they cannot be written, the next build queries the server again.
  func save() {
    let keys = state.withLock { state in
      defer { state.isNew = false }
      return state.isNew ? state.keys : nil
    }
    guard let keys else { return }
    let manager = FileManager.default
    try? file.store(keys.filter { manager.fileExists(atPath: folder.run($0).path) }.sorted())
  }
}
