/// One value of a mark: a number or the name of a category.
public enum Datum: Sendable {
  /// A number; NaN and the infinities are kept as what they are.
  case number(Double)
  /// A category, which takes a band of its axis.
  case category(String)

  /// The number, unless this is a category.
  public var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }
}

/// NaN equals NaN here: a run that gave NaN twice gave the same twice.
extension Datum: Hashable {
  /// Whether both are the same category or the same number.
  public static func == (left: Datum, right: Datum) -> Bool {
    switch (left, right) {
    case (.number(let a), .number(let b)): a == b || (a.isNaN && b.isNaN)
    case (.category(let a), .category(let b)): a == b
    default: false
    }
  }

  /// Feeds what `==` looks at.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .number(let number): hasher.combine(number.isNaN ? .infinity : number)
    case .category(let name): hasher.combine(name)
    }
  }
}

/// A number is written bare and a category as a list of one name, since an encoder may
/// write NaN as a string, which must not come back as a category.
extension Datum: Codable {
  /// Reads a number or a list of one name.
  public init(from decoder: any Decoder) throws {
    // Numbers first: there are many, and a try that fails costs ten times one that does not.
    if let number = try? decoder.singleValueContainer().decode(Double.self) {
      self = .number(number)
    } else {
      var list = try decoder.unkeyedContainer()
      self = .category(try list.decode(String.self))
    }
  }

  /// Writes a number or a list of one name.
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

/// As a number is set in prose; a category is itself.
extension Datum: CustomStringConvertible {
  /// The number as prose sets it, or the category's name.
  public var description: String {
    switch self {
    case .number(let number): Numeral(number).description
    case .category(let name): name
    }
  }
}
