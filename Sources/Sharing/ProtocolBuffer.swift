/// Protocol Buffers' wire format, as far as a message of a few fields needs it.
///
/// <https://protobuf.dev/programming-guides/encoding/>
enum ProtocolBuffer {
  /// What a field holds.
  enum Value: Equatable {
    /// A number, or a truth.
    case number(UInt64)
    /// A text, bytes or another message.
    case bytes(ArraySlice<UInt8>)
    /// A number of four or eight bytes, which nothing here reads.
    case fixed
  }

  /// The fields of a message in their order; nil where it is none.
  static func fields(of message: ArraySlice<UInt8>) -> [(number: UInt64, value: Value)]? {
    var rest = message
    var fields: [(number: UInt64, value: Value)] = []
    while !rest.isEmpty {
      guard let tag = varint(&rest), tag >> 3 > 0, let value = value(ofType: tag & 7, &rest) else {
        return nil
      }
      fields.append((tag >> 3, value))
    }
    return fields
  }

  /// A field that holds a number.
  static func field(_ number: UInt64, _ value: UInt64) -> [UInt8] {
    varint(number << 3) + varint(value)
  }

  /// A field that holds bytes.
  static func field(_ number: UInt64, _ bytes: some Collection<UInt8>) -> [UInt8] {
    varint(number << 3 | 2) + varint(UInt64(bytes.count)) + bytes
  }

  private static func value(ofType type: UInt64, _ rest: inout ArraySlice<UInt8>) -> Value? {
    switch type {
    case 0: varint(&rest).map(Value.number)
    case 1: taken(8, &rest).map { _ in .fixed }
    case 2: varint(&rest).flatMap { taken($0, &rest) }.map(Value.bytes)
    case 5: taken(4, &rest).map { _ in .fixed }
    default: nil
    }
  }

  private static func taken(_ count: UInt64, _ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>?
  {
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(Int(count)) }
    return rest.prefix(Int(count))
  }

  /// Seven bits a byte, the lowest first; all but the last have their highest bit set.
  private static func varint(_ rest: inout ArraySlice<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard let byte = rest.popFirst() else { return nil }
      value |= UInt64(byte & 127) << shift
      if byte < 128 { return value }
    }
    return nil
  }

  private static func varint(_ value: UInt64) -> [UInt8] {
    value < 128 ? [UInt8(value)] : [UInt8(value & 127) | 128] + varint(value >> 7)
  }
}
