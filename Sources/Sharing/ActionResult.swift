package import Foundation
internal import Hashing

/// The entry of an action in a remote cache: the digest of the blob that is its output.
///
/// It is a message of Bazel's Remote Execution API, `ActionResult { output_files = 2 }`, where an
/// `OutputFile` has a `path = 1` and a `digest = 2` of `hash = 1` and `size_bytes = 2`. Servers
/// that know the protocol reject anything else.
package struct ActionResult: Equatable {
  /// The digest of the blob, 64 hexadecimal digits.
  package var hash: String
  /// The blob's size in bytes.
  package var size: Int

  /// The path of the blob among the output files.
  private static let path = "run"

  /// Creates the result of an action whose output is a blob.
  package init(of blob: Data) {
    hash = SHA256.hex(of: blob)
    size = blob.count
  }

  /// Parses a message; nil if it is invalid or has no output file of ours.
  package init?(_ message: Data) {
    let files = ActionResult.messages(in: Array(message)[...], field: 2) ?? []
    for file in files where ActionResult.isOurs(file) {
      guard let digest = ActionResult.bytes(in: file, field: 2),
        let hash = ActionResult.bytes(in: digest, field: 1),
        hash.count == 64, hash.allSatisfy(ActionResult.isHexadecimal)
      else { return nil }
      self.hash = String(decoding: hash, as: UTF8.self)
      size = ActionResult.number(in: digest, field: 2)
      return
    }
    return nil
  }

  /// The encoded message.
  package var message: Data {
    let digest = ProtocolBuffer.field(1, hash.utf8) + ProtocolBuffer.field(2, UInt64(size))
    let file = ProtocolBuffer.field(1, Self.path.utf8) + ProtocolBuffer.field(2, digest)
    return Data(ProtocolBuffer.field(2, file))
  }

  /// Whether a blob has the size and digest of the result.
  func matches(_ blob: Data) -> Bool { blob.count == size && SHA256.hex(of: blob) == hash }

  private static func isOurs(_ file: ArraySlice<UInt8>) -> Bool {
    bytes(in: file, field: 1)?.elementsEqual(path.utf8) ?? false
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
  }

  private static func messages(
    in message: ArraySlice<UInt8>, field: UInt64
  ) -> [ArraySlice<UInt8>]? {
    ProtocolBuffer.fields(of: message)?.compactMap { number, value in
      if number == field, case .bytes(let bytes) = value { bytes } else { nil }
    }
  }

  /// Returns the bytes of a field; the last ones if it occurs repeatedly.
  private static func bytes(in message: ArraySlice<UInt8>, field: UInt64) -> ArraySlice<UInt8>? {
    messages(in: message, field: field)?.last
  }

  /// Returns the number of a field; 0 if it is missing.
  private static func number(in message: ArraySlice<UInt8>, field: UInt64) -> Int {
    let numbers = ProtocolBuffer.fields(of: message)?.compactMap { number, value -> Int? in
      if number == field, case .number(let value) = value { Int(exactly: value) } else { nil }
    }
    return numbers?.last ?? 0
  }
}
