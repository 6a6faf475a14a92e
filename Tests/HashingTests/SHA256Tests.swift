import Foundation
import Hashing
import Testing

@Suite struct SHA256Tests {
  @Test(
    "digests match those published in the standard",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func published(_ text: String, _ digest: String) {
    #expect(SHA256.hex(of: text.utf8) == digest)
  }

  @Test("the digest does not depend on the type of collection")
  func collections() {
    let bytes: [UInt8] = [0, 1, 0x80, 0xFF]
    let digest = SHA256.digest(of: bytes)
    #expect(digest.count == 32)
    #expect(SHA256.digest(of: Data(bytes)) == digest)
    #expect(SHA256.digest(of: bytes[...]) == digest)
    #expect(SHA256.digest(of: bytes.reversed().reversed()) == digest)
    #expect(SHA256.digest(of: bytes.lazy.map { $0 }) == digest)
  }
}
