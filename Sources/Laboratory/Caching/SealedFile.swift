package import Foundation
internal import Glibc
internal import Hashing

/// A file that is whole and ours, or as good as not there.
///
/// Its first line names what it is and the digest of all that follows; so whatever is damaged, cut
/// short, foreign or of another version is not read. It is put in its place in one step, so nobody
/// ever sees half of it.
package struct SealedFile {
  /// Where it stands.
  package let path: String
  /// What it is, and which version of that: one word.
  package let kind: String

  /// A file at a path.
  package init(path: String, kind: String) { (self.path, self.kind) = (path, kind) }

  /// What it holds; nil where it is missing or not what it says.
  package func read() -> Data? { bytes.flatMap(content(of:)) }

  /// The digest of what it holds; nil where that cannot be read.
  var digest: String? { bytes.flatMap(parts(of:))?.digest }

  private var bytes: Data? { contents(ofFile: path) }

  /// What a file of this kind with these bytes holds; nil where they are not what they say.
  func content(of bytes: Data) -> Data? { parts(of: bytes)?.content }

  private func parts(of bytes: Data) -> (digest: String, content: Data)? {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let content = bytes[(end + 1)...]
    let digest = SHA256.hex(of: content)
    return bytes[..<end].elementsEqual(heading(digest).utf8) ? (digest, content) : nil
  }

  /// The bytes of a file that holds a content.
  func sealed(_ content: Data) -> Data {
    Data("\(heading(SHA256.hex(of: content)))\n".utf8) + content
  }

  /// Notes that it was used: what was used last is thrown out last.
  func touch() { utimensat(AT_FDCWD, path, nil, 0) }

  /// Puts content in the place of what it held; folders that are missing are made.
  ///
  /// - Throws: What the disk says.
  package func write(_ content: Data) throws(Fault) {
    let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    let draft = "\(folder)/\(SealedFile.draftPrefix)\(getpid())-\(UInt64.random(in: 0...(.max)))"
    do {
      try FileManager.default.createDirectory(
        atPath: String(folder), withIntermediateDirectories: true)
      try sealed(content).write(to: URL(filePath: draft))
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

  /// Puts a draft in the place of a folder, which is moved aside.
  private func replaceFolder(with draft: String) -> Bool {
    guard [EISDIR, ENOTDIR, ENOTEMPTY, EEXIST].contains(errno) else { return false }
    moveAside(path)
    return rename(draft, path) == 0
  }

  /// How the names of files begin that are being written.
  static let draftPrefix = ".draft-"

  private func heading(_ digest: String) -> String { "gradus-\(kind) \(digest)" }
}

extension SealedFile {
  /// The value that it holds as JSON.
  func value<Value: Decodable>(_ type: Value.Type) -> Value? {
    read().flatMap { try? JSONDecoder().decode(type, from: $0) }
  }

  /// Holds a value as JSON from now on.
  ///
  /// - Throws: What the disk says.
  func keep(_ value: some Encodable) throws(Fault) { try write(json(value)) }
}

/// A value as JSON in one line, the same for the same value.
func json(_ value: some Encodable) -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(value) else { fatalError("\(value) cannot be encoded") }
  return data
}
