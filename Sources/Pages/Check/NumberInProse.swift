/// A number as prose has it: `0.25`, `13,781`, `9.54 × 10⁻⁷`, `96%`, `3/2`, `2–3`, `4 of 5`, `two thirds`.
struct NumberInProse: Equatable {
  /// As it is written.
  var text: String
  /// What it may stand for; nothing where digits are a shape, a date or a version.
  var readings: [Reading]
  /// Whether the words say that something is not above it, or not below.
  var direction: Direction?
  /// What it is the number of.
  var role = Role.size
  var isPercent = false
  var isSpelled = false

  /// What a number may stand for.
  enum Reading: Equatable {
    case amount(Amount)
    /// Between two numbers.
    case range(Amount, Amount)
    /// So many of so many.
    case count(Int, of: Int)
    /// What is missing from this share to all, or a change by it.
    case share(Amount)
  }

  enum Direction: Equatable {
    case atMost, atLeast

    var reversed: Direction { self == .atMost ? .atLeast : .atMost }
  }

  enum Role: Equatable {
    /// How much or how many.
    case size
    /// Which one: `layer 3`, `2015`, `3rd`.
    case label
    /// How many of what an experiment is made of: `50 layers`.
    case setting
  }

  /// The numbers in a text, in order; digits that end a word, as in `float32`, are part of its name.
  ///
  /// Numbers that are written as words are among them if `spelled`.
  static func all(in text: String, spelled: Bool = false) -> [NumberInProse] {
    guard spelled || text.utf8.contains(where: isDigit) else { return [] }
    var scanner = NumberScanner(text, spelled: spelled)
    return scanner.numbers()
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
