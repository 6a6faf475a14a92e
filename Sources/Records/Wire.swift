public import Foundation

/// The serialised form of records: one JSON value per line, sorted keys, NaN and ∞ as in JavaScript.
public enum Wire {
  /// An encoder for this form.
  package static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    return encoder
  }

  /// The line of a record, including the line feed.
  public static func line(_ record: Record) -> Data {
    guard var data = try? encoder.encode(record) else {
      fatalError("a record cannot be encoded: \(record)")
    }
    data.append(UInt8(ascii: "\n"))
    return data
  }

  /// Parses the records of a file's content.
  ///
  /// An incomplete last line, which a killed program leaves, is ignored.
  ///
  /// - Throws: The decoder's error if a complete line is not a record.
  public static func records(in data: Data) throws -> [Record] {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return try lines.dropLast().map { try decoder.decode(Record.self, from: $0) }
  }
}
