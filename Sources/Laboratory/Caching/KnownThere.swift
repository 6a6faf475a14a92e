internal import Foundation
internal import Sharing
internal import Synchronization

/// The runs kept here that a server is known to have, so that it is not asked for them again.
///
/// Two builds at once may each miss what the other notes; then the server is asked once more. One
/// that has thrown a run out gets it again when some machine runs it anew.
final class KnownThere: Sendable {
  private let folder: CacheFolder
  private let file: SealedFile
  private let state: Mutex<(keys: Set<String>, isNew: Bool)>

  /// What a folder knows of a server.
  init(_ folder: CacheFolder, _ address: RemoteAddress) {
    self.folder = folder
    file = folder.shared(at: address.text)
    state = Mutex((Set(file.value([String].self) ?? []), false))
  }

  /// The keys of the runs.
  var keys: Set<String> { state.withLock { $0.keys } }

  /// Notes that a run is there.
  func note(_ key: String) {
    state.withLock { state in
      if state.keys.insert(key).inserted { state.isNew = true }
    }
  }

  /// Keeps what is new, of runs that are still kept.
  ///
  /// A disk that refuses makes the next build ask again.
  func keep() {
    let keys = state.withLock { state in
      defer { state.isNew = false }
      return state.isNew ? state.keys : nil
    }
    guard let keys else { return }
    let manager = FileManager.default
    try? file.keep(keys.filter { manager.fileExists(atPath: folder.run($0).path) }.sorted())
  }
}
