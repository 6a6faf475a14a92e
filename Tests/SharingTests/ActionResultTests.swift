import Foundation
import Sharing
import Testing

/// The bytes here were written by protoc 3.21 from the Remote Execution API's field numbers.
@Suite struct ActionResultTests {
  static let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  /// It is `output_files { path: "run" digest { hash: … size_bytes: 300 } }`.
  static let plain = """
    EkwKA3J1bhJFCkBiYTc4MTZiZjhmMDFjZmVhNDE0MTQwZGU1ZGFlMjIyM2IwMDM2MWEzOTYxNzdh\
    OWNiNDEwZmY2MWYyMDAxNWFkEKwC
    """

  /// Another output file with contents first; a folder, an exit code of −1, output as bytes
  /// and as a digest, and fields of four and eight bytes that the API does not have.
  static let rich = """
    ElIKBW90aGVyEkIKQGUzYjBjNDQyOThmYzFjMTQ5YWZiZjRjODk5NmZiOTI0MjdhZTQxZTQ2NDli\
    OTM0Y2E0OTU5OTFiNzg1MmI4NTUgASoDYWJjEkwKA3J1bhJFCkBiYTc4MTZiZjhmMDFjZmVhNDE0\
    MTQwZGU1ZGFlMjIyM2IwMDM2MWEzOTYxNzdhOWNiNDEwZmY2MWYyMDAxNWFkEKwCGgFkIP//////\
    /////wEqBXdvcmRzMgYKAmUzEAU6AgD/0QUHAAAAAAAAAN0FCQAAAA==
    """

  private func bytes(_ text: String) throws -> Data { try #require(Data(base64Encoded: text)) }

  @Test func encodingEqualsThatOfProtoc() throws {
    var result = ActionResult(of: Data("abc".utf8))
    #expect(result.hash == Self.hash && result.size == 3)
    result.size = 300
    #expect(try result.message == bytes(Self.plain))
  }

  @Test(arguments: [plain, rich]) func messagesOfProtocAreParsed(_ text: String) throws {
    let result = try #require(try ActionResult(bytes(text)))
    #expect(result.hash == Self.hash && result.size == 300)
  }

  @Test(arguments: [0, 1, 127, 128, 300, 16_383, 16_384, 1 << 31, Int.max])
  func encodedResultsAreParsed(size: Int) {
    var result = ActionResult(of: Data())
    result.size = size
    #expect(ActionResult(result.message) == result)
  }

  @Test func truncatedMessagesAreInvalid() throws {
    let plain = try bytes(Self.plain)
    for count in 0..<plain.count { #expect(ActionResult(plain.prefix(count)) == nil) }
  }

  /// With any byte changed, parsing ends and a result is valid.
  @Test func changedBytesAreHandled() throws {
    let rich = try bytes(Self.rich)
    for place in rich.indices {
      for byte: UInt8 in [0, 1, 7, 0x0A, 0x12, 0x7F, 0x80, 0xFF] {
        var other = rich
        other[place] = byte
        guard let result = ActionResult(other) else { continue }
        #expect(result.hash.count == 64 && result.size >= 0)
        #expect(result.hash.allSatisfy { $0.isHexDigit && !$0.isUppercase })
      }
    }
  }

  @Test(arguments: ["../../../../etc/passwd", "", String(repeating: "A", count: 64)])
  func aDigestHasOnlyHexadecimalDigits(hash: String) {
    var result = ActionResult(of: Data())
    result.hash = hash
    #expect(ActionResult(result.message) == nil)
  }
}
