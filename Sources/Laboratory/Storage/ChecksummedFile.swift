package import Foundation
internal import Glibc
internal import Hashing

/// A file with a checksum, which is read only if it is intact.
///
/// Its first line has the kind of the file and the digest of the rest, so that damaged, truncated
/// or foreign files and other versions are ignored. It is replaced atomically.
package struct ChecksummedFile {
  /// The path of the file.
  package let path: String
  /// The kind and version of the file, as one word such as `run-1`.
  package let kind: String

  /// Creates a reference to a file, which need not exist.
  package init(path: String, kind: String) {
    self.path = path
    self.kind = kind
  }

  /// Returns the content of the file; nil if it is missing or damaged.
  package func read() -> Data? { bytes.flatMap(content(of:)) }

  /// The digest of the content; nil if the file is missing or damaged.
  var digest: String? { bytes.flatMap(parts(of:))?.digest }

  private var bytes: Data? { contents(ofFile: path) }

  /// Returns the content of a file with these bytes; nil if they are damaged or of another kind.
  func content(of bytes: Data) -> Data? { parts(of: bytes)?.content }

  private func parts(of bytes: Data) -> (digest: String, content: Data)? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let content = bytes[(end + 1)...]
    let digest = SHA256.hex(of: content)
    return bytes[..<end].elementsEqual(heading(digest).utf8) ? (digest, content) : nil
  }

  /// Returns the bytes of a file with a content.
  func encoded(_ content: Data) -> Data {
    Data("\(heading(SHA256.hex(of: content)))\n".utf8) + content
  }

  /// Updates the modification time, since the least recently used files are evicted first.
  func touch() { utimensat(AT_FDCWD, path, nil, 0) }

  /// Replaces the content atomically and creates missing folders.
  ///
  /// - Throws: A `Fault` if the file cannot be written.
  package func write(_ content: Data) throws(Fault) {
    let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    let draft =
      "\(folder)/\(ChecksummedFile.draftPrefix)\(getpid())-\(UInt64.random(in: 0...(.max)))"
    do {
      try FileManager.default.createDirectory(
        atPath: String(folder), withIntermediateDirectories: true)
      try encoded(content).write(to: URL(filePath: draft))
    } catch {
      unlink(draft)
      throw .unwritable(path, error.localizedDescription)
    }
    guard rename(draft, path) == 0 || replaceFolder(with: draft) else {
      let reason = String(cString: strerror(errno))
      unlink(draft)
      throw .unwritable(path, reason)
    }
  }

  /// Replaces a folder with a draft, after renaming the folder.
  private func replaceFolder(with draft: String) -> Bool {
    guard [EISDIR, ENOTDIR, ENOTEMPTY, EEXIST].contains(errno) else { return false }
    moveAside(path)
    return rename(draft, path) == 0
  }

  /// The prefix of the names of files that are being written.
  static let draftPrefix = ".draft-"

  private func heading(_ digest: String) -> String { "gradus-\(kind) \(digest)" }
}

extension ChecksummedFile {
  /// Returns the value that the file contains as JSON; nil if it is missing or damaged.
  func value<Value: Decodable>(_ type: Value.Type) -> Value? {
    read().flatMap { try? JSONDecoder().decode(type, from: $0) }
  }

  /// Writes a value as JSON.
  ///
  /// - Throws: A `Fault` if the file cannot be written.
  func store(_ value: some Encodable) throws(Fault) { try write(json(value)) }
}

/// Returns a value as JSON on one line, with sorted keys.
func json(_ value: some Encodable) -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(value) else { fatalError("\(value) cannot be encoded") }
  return data
}
