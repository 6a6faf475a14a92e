/// Markup in a text that pages show as it is typed: titles, descriptions, keywords.
package enum PlainWords {
  /// The first formula in a text, dollars included.
  package static func formula(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return nil }
    let bytes = Array(text.utf8)
    return AdditionScanner.scan(bytes[...]).found.lazy.compactMap { found in
      guard case .formula = found.kind else { return nil }
      return String(decoding: bytes[found.range], as: UTF8.self)
    }.first
  }

  /// A warning about the first markup in a text; nil where there is none.
  static func diagnostic(
    _ thing: String, _ text: String, _ place: Place, code: Diagnostic.Code = .form
  )
    -> Diagnostic?
  {
    markup(in: text).map { shown in
      .warning(
        code, place, "\(thing) is plain words, and '\(shown.prefix(40))' is shown as it is typed",
        help: "write it without markup, in characters such as ¼, x², σ′ or “…”")
    }
  }

  /// The first markup in a text.
  private static func markup(in text: String) -> String? {
    guard text.utf8.contains(where: { Array("$`*_[<&\\".utf8).contains($0) }) else { return nil }
    let bytes = Array(text.utf8)
    let scan = AdditionScanner.scan(bytes[...])
    let ranges = scan.found.map(\.range) + scan.passed.filter { $0.kind != .escape }.map(\.range)
    if let first = ranges.min(by: { $0.lowerBound < $1.lowerBound }) {
      return String(decoding: bytes[first], as: UTF8.self)
    }
    let patterns: [Regex<(Substring, Substring)>] = [
      /(?:^|[\s(\p{Han}])(\*{1,2}[^\s*][^*]*\*{1,2})/,
      /(?:^|[\s(])(_{1,2}[^\s_][^_]*_{1,2})(?:$|[\s).,;:!?])/,
      /(<\/?[A-Za-z][^<>]*>)/, /(&(?:[A-Za-z]+|#\d+|#x[0-9A-Fa-f]+);)/,
      /(\\(?:[A-Za-z]+|[!-\/:-@\[-`{-~]))/,
    ]
    return patterns.lazy.compactMap { text.firstMatch(of: $0).map { String($0.1) } }.first
  }
}
