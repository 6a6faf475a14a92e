public import Markup
public struct TeXError: Error, Equatable, Sendable {
  public var words: String; public var line: Int; public var column: Int
}
public struct Typesetter: Sendable {
  public init() {}
  public func formula(_ tex: String, display: Bool) throws(TeXError) -> HTML {
    "<span class=\"katex\">\(tex)</span>"
  }
  public func highlighted(_ code: String, language: String) -> HTML? { nil }
}
