internal import Foundation
internal import Glibc
internal import Hashing

/// A file of cache entries: each is a record separator, a digest of the rest, a key and a text.
///
///     ␞<64 digits><64 digits>text
///
/// No text contains the separator, so that the next entry after damaged data can be found.
final class CacheFile: Sendable {
  private static let separator: UInt8 = 0x1E
  private static let headerLength = 129

  private let descriptor: Int32
  /// The range of each key's entry in the file.
  private let entries: [String: Range<Int>]

  /// Opens the file, or creates it.
  init(folder: String) {
    let path = "\(folder)/\(TypesettingCache.fileName)"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    if let size, size > TypesettingCache.sizeLimit { unlink(path) }
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    let url = URL(filePath: path)
    let content = descriptor < 0 ? nil : try? Data(contentsOf: url, options: .alwaysMapped)
    entries = content?.withUnsafeBytes(CacheFile.entries) ?? [:]
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether the file had no entries when it was opened.
  var isEmpty: Bool { entries.isEmpty }

  /// The text of an entry; nil if there is none, or if its digest does not match.
  func text(for key: String) -> String? {
    guard let range = entries[key] else { return nil }
    let entry = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = max(pread(descriptor, buffer.baseAddress, range.count, range.lowerBound), 0)
    }
    guard entry.count == range.count, entry == CacheFile.entry(entry[65...]) else { return nil }
    return String(decoding: entry[CacheFile.headerLength...], as: UTF8.self)
  }

  /// Appends an entry with a single write, so that entries of several processes do not interleave.
  func append(_ text: String, for key: String) {
    let content = Array(key.utf8) + text.utf8
    guard descriptor >= 0, !content.contains(CacheFile.separator) else { return }
    let entry = CacheFile.entry(content[...])
    _ = entry.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// Encodes an entry; `content` is the key followed by the text.
  private static func entry(_ content: ArraySlice<UInt8>) -> [UInt8] {
    [separator] + SHA256.hex(of: content).utf8 + content
  }

  /// Finds the ranges of all entries; the last entry of a key wins.
  private static func entries(in bytes: UnsafeRawBufferPointer) -> [String: Range<Int>] {
    var entries: [String: Range<Int>] = [:]
    var start = next(separator, in: bytes, from: 0)
    while start < bytes.count {
      let end = next(separator, in: bytes, from: start + 1)
      if end - start >= headerLength {
        entries[String(decoding: bytes[start + 65..<start + 129], as: UTF8.self)] = start..<end
      }
      start = end
    }
    return entries
  }

  private static func next(
    _ byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int {
    guard let base = bytes.baseAddress, start < bytes.count else { return bytes.count }
    let found = memchr(base + start, Int32(byte), bytes.count - start)
    return found.map { UnsafeRawPointer($0) - base } ?? bytes.count
  }
}
