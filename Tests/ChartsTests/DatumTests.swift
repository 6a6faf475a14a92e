import Charts
import Foundation
import Testing

@Suite struct DatumTests {
  @Test("NaN equals NaN and zero equals negative zero, also in hashes")
  func equality() {
    #expect(Datum.number(.nan) == .number(-.nan))
    #expect(Datum.number(0) == .number(-0.0))
    #expect(Datum.number(1) != .number(2))
    #expect(Datum.number(.nan) != .number(.infinity))
    #expect(Datum.category("1") != .number(1))
    #expect(Set([Datum.number(.nan), .number(.nan), .number(0), .number(-0.0)]).count == 2)
  }

  @Test("a category that looks like a number is decoded as a category")
  func wire() throws {
    let values: [Datum] = [
      .number(0.1), .number(.nan), .number(.infinity), .number(-.infinity), .category("NaN"),
      .category("inf"), .category(""), .category("3"),
    ]
    #expect(try roundTrip(values) == values)
  }

  @Test("a Float keeps its decimal digits", arguments: [0.1, 1e-7, 3, -2.5e20] as [Float])
  func floats(_ value: Float) {
    #expect(value.datum == .number(Double("\(value)") ?? .nan))
  }

  @Test("non-finite Floats are converted to the same Doubles")
  func nonFiniteFloats() {
    #expect(Float.nan.datum == .number(.nan))
    #expect((-Float.infinity).datum == .number(-.infinity))
  }
}

/// Encodes and decodes a value like a record, with NaN and the infinities as strings.
func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
  let encoder = JSONEncoder()
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "NaN")
  let decoder = JSONDecoder()
  decoder.nonConformingFloatDecodingStrategy = .convertFromString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "NaN")
  return try decoder.decode(Value.self, from: try encoder.encode(value))
}
