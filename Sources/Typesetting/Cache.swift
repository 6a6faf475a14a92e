internal import Foundation
internal import Hashing
internal import Synchronization

/// Keeps texts by what they were made of, in one file to which every process only appends.
///
/// One file, because a course of a thousand lessons has some 80,000 entries, and opening as many
/// files takes ten times as long as reading them from one. Whatever is damaged or foreign in the
/// file is passed over. A disk that refuses makes the cache forget, never fail.
final class Cache: Sendable {
  /// The digest of all that a text depends on.
  struct Key: Hashable, Sendable {
    /// 64 hexadecimal digits.
    let digits: String

    init(_ parts: [String]) {
      var bytes: [UInt8] = []
      for part in parts { bytes += Array("\(part.utf8.count) ".utf8) + Array(part.utf8) }
      digits = SHA256.hex(of: bytes)
    }
  }

  /// The file's name in its folder.
  static let fileName = "typesetting"
  /// A file that has grown beyond this is begun anew.
  static let sizeLimit = 1 << 30

  private let folder: String?
  private let state = Mutex(State())

  private struct State {
    /// The file with what stood in it when it was opened; nil before the first question.
    var file: CacheFile?
    /// What was made since.
    var fresh: [String: String] = [:]
  }

  init(folder: String?) { self.folder = folder }

  /// How many texts were made in this run.
  var freshCount: Int { state.withLock { $0.fresh.count } }

  /// Whether nothing is kept.
  var isEmpty: Bool { state.withLock { $0.fresh.isEmpty && opened(&$0)?.isEmpty ?? true } }

  /// What was kept for a key.
  func text(for key: Key) -> String? {
    let (fresh, file) = state.withLock { ($0.fresh[key.digits], opened(&$0)) }
    return fresh ?? file?.text(for: key.digits)
  }

  /// Keeps a text.
  func keep(_ text: String, for key: Key) {
    let file = state.withLock { state in
      state.fresh[key.digits] = text
      return opened(&state)
    }
    file?.append(text, for: key.digits)
  }

  private func opened(_ state: inout State) -> CacheFile? {
    guard let folder else { return nil }
    if state.file == nil { state.file = CacheFile(folder: folder) }
    return state.file
  }
}
