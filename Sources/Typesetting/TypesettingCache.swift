internal import Foundation
internal import Hashing
internal import Synchronization

/// Caches rendered texts by the digest of their inputs, in one file to which every process appends.
///
/// A single file, because a course of a thousand lessons has about 80,000 entries, and opening as
/// many files takes ten times as long as reading one. Damaged or foreign data in the file is
/// skipped. If the disk cannot be used, entries are only kept in memory; the cache never fails.
final class TypesettingCache: Sendable {
  /// The digest of all inputs of a text.
  struct Key: Hashable, Sendable {
    /// The digest as 64 hexadecimal digits.
    let digits: String

    init(_ parts: [String]) {
      var bytes: [UInt8] = []
      for part in parts { bytes += Array("\(part.utf8.count) ".utf8) + Array(part.utf8) }
      digits = SHA256.hex(of: bytes)
    }
  }

  /// The name of the file in the cache directory.
  static let fileName = "typesetting"
  /// The size in bytes beyond which the file is deleted and started again.
  static let sizeLimit = 1 << 30

  private let folder: String?
  private let state = Mutex(State())

  private struct State {
    /// The file, with the entries it had when it was opened; nil before the first lookup.
    var file: CacheFile?
    /// The entries that were added since.
    var added: [String: String] = [:]
  }

  init(folder: String?) { self.folder = folder }

  /// The number of texts that were added in this run.
  var addedCount: Int { state.withLock { $0.added.count } }

  /// Whether the cache has no entries.
  var isEmpty: Bool { state.withLock { $0.added.isEmpty && openFile(&$0)?.isEmpty ?? true } }

  /// The cached text for a key; nil for a miss.
  func text(for key: Key) -> String? {
    let (added, file) = state.withLock { ($0.added[key.digits], openFile(&$0)) }
    return added ?? file?.text(for: key.digits)
  }

  /// Stores a text under a key.
  func store(_ text: String, for key: Key) {
    let file = state.withLock { state in
      state.added[key.digits] = text
      return openFile(&state)
    }
    file?.append(text, for: key.digits)
  }

  /// The file, opened if it was not yet; nil without a cache directory.
  private func openFile(_ state: inout State) -> CacheFile? {
    guard let folder else { return nil }
    if state.file == nil { state.file = CacheFile(folder: folder) }
    return state.file
  }
}
