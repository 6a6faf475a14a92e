/// Markup in which every interpolated value is escaped.
///
/// Only literals and other markup enter as they are:
///
///     let words = "a < b"
///     let line: HTML = "<p title=\"\(words)\">\(words)</p>"
///     // <p title="a &lt; b">a &lt; b</p>
///
/// Escaping serves text and attributes between double quotes. It does not make an address harmless
/// (`javascript:`), and does not serve inside `script` or `style`.
public struct HTML: Hashable, Sendable {
  /// The markup as text.
  public private(set) var text: String

  /// No markup.
  public init() { text = "" }

  /// Takes text for markup without escaping it: whoever calls this answers for the text.
  public init(unescaped text: String) { self.text = text }

  /// Escapes text.
  public init(escaping text: some StringProtocol) { self.text = escaped(text) }

  /// Appends markup.
  public static func += (left: inout HTML, right: HTML) { left.text += right.text }

  /// Joins two pieces of markup.
  public static func + (left: HTML, right: HTML) -> HTML {
    HTML(unescaped: left.text + right.text)
  }
}

extension HTML: CustomStringConvertible {
  /// The markup as text.
  public var description: String { text }
}

extension HTML: ExpressibleByStringInterpolation {
  /// Takes a literal as markup.
  public init(stringLiteral literal: String) { text = literal }

  /// Takes a literal with its values, which were escaped on their way in.
  public init(stringInterpolation interpolation: Interpolation) { text = interpolation.text }

  /// Collects a literal's parts and escapes what is no markup.
  ///
  /// There is no way in for values of any type: what is not listed here does not compile.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    /// Makes room.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    /// Takes the literal's own text as it is.
    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// Escapes text.
    public mutating func appendInterpolation(_ value: some StringProtocol) {
      text += escaped(value)
    }

    /// Writes a whole number.
    public mutating func appendInterpolation(_ value: some BinaryInteger) {
      text += String(value)
    }

    /// Writes a number by its shortest decimal form.
    public mutating func appendInterpolation(
      _ value: some BinaryFloatingPoint & LosslessStringConvertible
    ) {
      text += value.description
    }

    /// Takes markup as it is.
    public mutating func appendInterpolation(_ value: HTML) { text += value.text }

    /// Takes markup as it is, or nothing.
    public mutating func appendInterpolation(_ value: HTML?) { text += value?.text ?? "" }

    /// Takes pieces of markup one after another.
    public mutating func appendInterpolation(_ pieces: some Sequence<HTML>) {
      for piece in pieces { text += piece.text }
    }
  }
}

extension Sequence<HTML> {
  /// One piece of markup from many.
  public func joined(separator: HTML = "") -> HTML {
    HTML(unescaped: map(\.text).joined(separator: separator.text))
  }
}
