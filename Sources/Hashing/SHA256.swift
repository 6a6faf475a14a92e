internal import CCrypto

/// The hash function SHA-256, implemented by OpenSSL.
public enum SHA256 {
  /// Returns the digest of some bytes, which has 32 bytes.
  public static func digest(of bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.withContiguousStorageIfAvailable { openSSL(UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes(openSSL)
  }

  /// Returns the digest of some bytes as 64 lower-case hexadecimal digits.
  ///
  ///     SHA256.hex(of: "abc".utf8)  // "ba7816bf8f01cfea414140de5dae2223b00361a3…"
  public static func hex(of bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: 64) { text in
      for (index, byte) in digest(of: bytes).enumerated() {
        text[2 * index] = digit(byte >> 4)
        text[2 * index + 1] = digit(byte & 15)
      }
      return 64
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func openSSL(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      let status = EVP_Digest(
        bytes.baseAddress, bytes.count, digest.baseAddress, nil, EVP_sha256(), nil)
      guard status == 1 else { fatalError("OpenSSL has no SHA-256") }
      count = 32
    }
  }
}
