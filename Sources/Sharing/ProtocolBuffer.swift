/// The wire format of Protocol Buffers, as far as simple messages require.
///
/// <https://protobuf.dev/programming-guides/encoding/>
enum ProtocolBuffer {
  /// The value of a field.
  enum Value: Equatable {
    /// A number or a Boolean.
    case number(UInt64)
    /// A string, bytes or a nested message.
    case bytes(ArraySlice<UInt8>)
    /// A number of four or eight bytes, which is ignored.
    case fixed
  }

  /// Parses the fields of a message, in order; nil if it is invalid.
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

  /// Encodes a field with a number.
  static func field(_ number: UInt64, _ value: UInt64) -> [UInt8] {
    varint(number << 3) + varint(value)
  }

  /// Encodes a field with bytes.
  static func field(_ number: UInt64, _ bytes: some Collection<UInt8>) -> [UInt8] {
    varint(number << 3 | 2) + varint(UInt64(bytes.count)) + bytes
  }

  private static func value(ofType type: UInt64, _ rest: inout ArraySlice<UInt8>) -> Value? {
    switch type {
    case 0: varint(&rest).map(Value.number)
    case 1: prefix(8, &rest).map { _ in .fixed }
    case 2: varint(&rest).flatMap { prefix($0, &rest) }.map(Value.bytes)
    case 5: prefix(4, &rest).map { _ in .fixed }
    default: nil
    }
  }

  private static func prefix(_ count: UInt64, _ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>?
  {
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(Int(count)) }
    return rest.prefix(Int(count))
  }

  /// Parses a number of seven bits per byte, lowest first; all bytes but the last have the highest
  /// bit set.
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
