internal import Foundation
internal import Glibc
internal import Hashing

/// A file of entries. Each is a record separator, a digest of all that follows, a key and the text:
///
///     ␞<64 digits><64 digits>text
///
/// The separator stands in no text, so reading finds the next entry behind any damage.
final class CacheFile: Sendable {
  private static let separator: UInt8 = 0x1E
  private static let headLength = 129

  private let descriptor: Int32
  /// Where each key's entry stands.
  private let entries: [String: Range<Int>]

  /// Opens the file, or makes it.
  init(folder: String) {
    let path = "\(folder)/\(Cache.fileName)"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    if let size, size > Cache.sizeLimit { unlink(path) }
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    let url = URL(filePath: path)
    let content = descriptor < 0 ? nil : try? Data(contentsOf: url, options: .alwaysMapped)
    entries = content?.withUnsafeBytes(CacheFile.entries) ?? [:]
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether nothing stood in the file when it was opened.
  var isEmpty: Bool { entries.isEmpty }

  /// An entry's text, if it is whole.
  func text(for key: String) -> String? {
    guard let range = entries[key] else { return nil }
    let entry = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = max(pread(descriptor, buffer.baseAddress, range.count, range.lowerBound), 0)
    }
    guard entry.count == range.count, entry == CacheFile.entry(entry[65...]) else { return nil }
    return String(decoding: entry[CacheFile.headLength...], as: UTF8.self)
  }

  /// Adds an entry in one write, so that entries of several processes do not mix.
  func append(_ text: String, for key: String) {
    let content = Array(key.utf8) + text.utf8
    guard descriptor >= 0, !content.contains(CacheFile.separator) else { return }
    let entry = CacheFile.entry(content[...])
    _ = entry.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  /// The entry that holds a key with its text.
  private static func entry(_ content: ArraySlice<UInt8>) -> [UInt8] {
    [separator] + SHA256.hex(of: content).utf8 + content
  }

  /// Finds where entries begin and end; the last of one key counts.
  private static func entries(in bytes: UnsafeRawBufferPointer) -> [String: Range<Int>] {
    var entries: [String: Range<Int>] = [:]
    var start = next(separator, in: bytes, from: 0)
    while start < bytes.count {
      let end = next(separator, in: bytes, from: start + 1)
      if end - start >= headLength {
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
