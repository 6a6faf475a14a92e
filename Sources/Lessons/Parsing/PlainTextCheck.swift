/// Finds markup in text that pages show as typed: titles, descriptions, keywords.
package enum PlainTextCheck {
  /// The first formula in a text, including its dollar signs.
  package static func formula(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return nil }
    let bytes = Array(text.utf8)
    return ExtensionScanner.scan(bytes[...]).matches.lazy.compactMap { match in
      guard case .formula = match.kind else { return nil }
      return String(decoding: bytes[match.range], as: UTF8.self)
    }.first
  }

  /// A warning about the first markup in a text, which `subject` names; nil if it has none.
  static func diagnostic(
    _ subject: String, _ text: String, at place: Place, code: Diagnostic.Code = .form
  ) -> Diagnostic? {
    markup(in: text).map { shown in
      .warning(
        code, place, "\(subject) is plain text, but '\(shown.prefix(40))' is markup",
        help: "use plain characters such as ¼, x², σ′ or “…”")
    }
  }

  /// The first markup in a text, as typed.
  private static func markup(in text: String) -> String? {
    guard text.utf8.contains(where: { Array("$`*_[<&\\".utf8).contains($0) }) else { return nil }
    let bytes = Array(text.utf8)
    let scan = ExtensionScanner.scan(bytes[...])
    let ranges = scan.matches.map(\.range) + scan.skipped.filter { $0.kind != .escape }.map(\.range)
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
