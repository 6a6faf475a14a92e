/// One value of a mark: a number or the name of a category.
public enum Datum: Sendable {
  /// A number, possibly NaN or infinite.
  case number(Double)
  /// A category, which has a band of its axis.
  case category(String)

  /// The number, unless this is a category.
  public var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }
}

/// NaN equals NaN here, so that two runs that both give NaN have equal results.
extension Datum: Hashable {
  /// Whether both are the same category or the same number.
  public static func == (left: Datum, right: Datum) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)): a == b || (a.isNaN && b.isNaN)
    case (.category(let a), .category(let b)): a == b
    default: false
    }
  }

  /// Hashes the number or the name; NaN has one hash.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .number(let number): hasher.combine(number.isNaN ? .infinity : number)
    case .category(let name): hasher.combine(name)
    }
  }
}

/// A number is encoded directly and a category as a list of one name, since an encoder can encode NaN
/// as a string, which must not be decoded as a category.
extension Datum: Codable {
  /// Decodes a number or a list of one name; throws the decoder's error on anything else.
  public init(from decoder: any Decoder) throws {
    // Numbers first: they are frequent, and a failed attempt costs ten times a successful one.
    if let number = try? decoder.singleValueContainer().decode(Double.self) {
      self = .number(number)
    } else {
      var list = try decoder.unkeyedContainer()
      self = .category(try list.decode(String.self))
    }
  }

  /// Encodes a number or a list of one name.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .number(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .category(let name):
      var list = encoder.unkeyedContainer()
      try list.encode(name)
    }
  }
}

/// The text of a value in prose.
extension Datum: CustomStringConvertible {
  /// The number as formatted by ``Numeral``, or the category's name.
  public var description: String {
    switch self {
    case .number(let number): Numeral(number).description
    case .category(let name): name
    }
  }
}
