/// Highlights code with highlight.js.
struct CodeHighlighter: Sendable {
  /// The size limit in bytes: the time of highlight.js grows with the square of the length.
  static let sizeLimit = 10_000
  /// The limit of a line's length in bytes: some patterns of highlight.js need quadratic time in it
  /// and cannot be interrupted.
  static let lineLimit = 500

  private let script: ScriptHost

  init(_ highlighter: JavaScriptLibrary) {
    script = ScriptHost(
      highlighter, driver: String(decoding: PackageResources.listings_js, as: UTF8.self))
  }

  /// The number of times a JavaScript engine was started.
  var engineStarts: Int { script.engineStarts }

  /// Whether code is within the limits and has no control characters.
  static func canHighlight(_ code: String) -> Bool {
    code.utf8.count <= sizeLimit && code.firstControlCharacter == nil
      && code.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= lineLimit }
  }

  /// The cache key of highlighted code.
  func key(_ code: String, _ language: HighlightLanguage) -> TypesettingCache.Key {
    TypesettingCache.Key([language.rawValue, script.digest, code])
  }

  /// The output of highlight.js for some code; nil if it fails.
  func highlighted(_ code: String, _ language: HighlightLanguage) -> String? {
    try? script.call("highlight", [code, language.rawValue])
  }
}
