/// Code, marked by highlight.js.
struct Listings: Sendable {
  /// Longer code stays plain: the time that it takes grows with the square of the length.
  static let sizeLimit = 10_000
  /// Code with a longer line stays plain: some patterns of highlight.js try each start in a line
  /// with each end, and nothing can stop them.
  static let lineLimit = 500

  private let script: Script

  init(_ highlighter: Library) {
    script = Script(
      highlighter, driver: String(decoding: PackageResources.listings_js, as: UTF8.self))
  }

  /// How often the engine was started.
  var starts: Int { script.starts }

  /// Whether code is short enough, and of characters that a page can hold.
  static func canTake(_ code: String) -> Bool {
    code.utf8.count <= sizeLimit && code.firstControlCharacter == nil
      && code.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= lineLimit }
  }

  /// What the marks depend on.
  func key(_ code: String, _ language: Language) -> Cache.Key {
    Cache.Key([language.rawValue, script.fingerprint, code])
  }

  /// The code with the marks of highlight.js; nil where it fails.
  func marked(_ code: String, _ language: Language) -> String? {
    try? script.call("mark", [code, language.rawValue])
  }
}
