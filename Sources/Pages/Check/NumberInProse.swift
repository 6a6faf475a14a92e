/// A number in prose: `0.25`, `13,781`, `9.54 × 10⁻⁷`, `96%`, `3/2`, `2–3`, `4 of 5`, `two thirds`.
struct NumberInProse: Equatable {
  /// The number as written.
  var text: String
  /// Its possible meanings; empty for a shape, a date or a version.
  var readings: [Reading]
  /// Whether the words make it an upper or a lower bound.
  var direction: Direction?
  /// What kind of thing it counts or names.
  var role = Role.size
  var isPercent = false
  var isSpelled = false

  /// A possible meaning of a number.
  enum Reading: Equatable {
    case number(RoundedNumber)
    /// A range between two numbers.
    case range(RoundedNumber, RoundedNumber)
    /// A count out of a total.
    case count(Int, of: Int)
    /// A share, of which the text can also mean the complement.
    case share(RoundedNumber)
  }

  enum Direction: Equatable {
    case atMost, atLeast

    var reversed: Direction { self == .atMost ? .atLeast : .atMost }
  }

  enum Role: Equatable {
    /// A quantity: how much or how many.
    case size
    /// A name or rank: `layer 3`, `2015`, `3rd`.
    case label
    /// A parameter of the experiment: `50 layers`.
    case setting
  }

  /// The numbers in a text, in order; digits at the end of a word, as in `float32`, are skipped.
  ///
  /// Numbers spelled out in words are included if `spelled`.
  static func all(in text: String, spelled: Bool = false) -> [NumberInProse] {
    guard spelled || text.utf8.contains(where: isDigit) else { return [] }
    var scanner = NumberScanner(text, spelled: spelled)
    return scanner.numbers()
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
