/// Markup in which every interpolated value is escaped.
///
/// Only literals and other `HTML` values are inserted unchanged:
///
///     let text = "a < b"
///     let line: HTML = "<p title=\"\(text)\">\(text)</p>"
///     // <p title="a &lt; b">a &lt; b</p>
///
/// Escaping protects text and attributes in double quotes. It does not make an address safe
/// (`javascript:`), and does not apply inside `script` or `style`.
public struct HTML: Hashable, Sendable {
  /// The markup as text.
  public private(set) var text: String

  /// Creates empty markup.
  public init() { text = "" }

  /// Uses text as markup without escaping it; the caller is responsible for its safety.
  public init(unescaped text: String) { self.text = text }

  /// Creates markup that shows `text` literally.
  public init(escaping text: some StringProtocol) { self.text = escaped(text) }

  /// Appends another piece of markup.
  public static func += (left: inout HTML, right: HTML) { left.text += right.text }

  /// Concatenates two pieces of markup.
  public static func + (left: HTML, right: HTML) -> HTML {
    HTML(unescaped: left.text + right.text)
  }
}

extension HTML: CustomStringConvertible {
  /// The markup as text.
  public var description: String { text }
}

extension HTML: ExpressibleByStringInterpolation {
  /// Uses a string literal as markup.
  public init(stringLiteral literal: String) { text = literal }

  /// Uses an interpolated literal, whose values are already escaped.
  public init(stringInterpolation interpolation: Interpolation) { text = interpolation.text }

  /// Collects the parts of a literal and escapes all values that are not markup.
  ///
  /// There is no overload for arbitrary values: other types than those below do not compile.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    /// Reserves capacity for the literal and its values.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    /// Appends the literal's own text unchanged.
    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// Appends escaped text.
    public mutating func appendInterpolation(_ value: some StringProtocol) {
      text += escaped(value)
    }

    /// Appends an integer.
    public mutating func appendInterpolation(_ value: some BinaryInteger) {
      text += String(value)
    }

    /// Appends a floating-point number in its shortest decimal form.
    public mutating func appendInterpolation(
      _ value: some BinaryFloatingPoint & LosslessStringConvertible
    ) {
      text += value.description
    }

    /// Appends markup unchanged.
    public mutating func appendInterpolation(_ value: HTML) { text += value.text }

    /// Appends markup unchanged, or nothing if it is nil.
    public mutating func appendInterpolation(_ value: HTML?) { text += value?.text ?? "" }

    /// Appends several pieces of markup in order.
    public mutating func appendInterpolation(_ pieces: some Sequence<HTML>) {
      for piece in pieces { text += piece.text }
    }
  }
}

extension Sequence<HTML> {
  /// Concatenates the pieces of markup, with a separator between them.
  public func joined(separator: HTML = "") -> HTML {
    HTML(unescaped: map(\.text).joined(separator: separator.text))
  }
}
