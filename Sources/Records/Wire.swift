public import Foundation

/// How records travel: one JSON value a line, keys in order, NaN and ∞ as the words of JavaScript.
public enum Wire {
  /// What writes numbers and words like this.
  package static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    return encoder
  }

  /// A record's line, its end included.
  public static func line(_ record: Record) -> Data {
    guard var data = try? encoder.encode(record) else {
      fatalError("a record cannot be encoded: \(record)")
    }
    data.append(UInt8(ascii: "\n"))
    return data
  }

  /// The records in a file's content.
  ///
  /// A last line without its end, which a killed program leaves, is not read.
  ///
  /// - Throws: The decoder's error where a whole line is no record.
  public static func records(in data: Data) throws -> [Record] {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return try lines.dropLast().map { try decoder.decode(Record.self, from: $0) }
  }
}
