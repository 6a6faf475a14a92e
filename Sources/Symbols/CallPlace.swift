/// A parameter that the compiler fills with the place of the call: `line: Int = #line`.
///
/// Nobody writes it, so a handbook does not show it.
enum CallPlace {
  /// The label that such a parameter has everywhere.
  private static let label = "line"

  /// A declaration without it.
  static func removed(from fragments: [SymbolGraph.Fragment]) -> [SymbolGraph.Fragment] {
    guard let last = fragments.firstIndex(where: { $0.spelling == "#line" }),
      let first = fragments[..<last].lastIndex(where: { $0.spelling == label })
    else { return fragments }
    var (before, after) = (Array(fragments[..<first]), Array(fragments[(last + 1)...]))
    if let text = before.last?.spelling, text.hasSuffix(", ") {
      before[before.count - 1].spelling = String(text.dropLast(2))
    } else if let text = after.first?.spelling, text.hasPrefix(", ") {
      after[0].spelling = String(text.dropFirst(2))
    }
    return before + after
  }

  /// The names of a declaration that has it, without its label: `f(_:line:)` is `f(_:)`.
  static func removed(from path: [String]) -> [String] {
    guard let last = path.last, let open = last.firstIndex(of: "(") else { return path }
    let labels = last[open...].dropFirst().dropLast().split(separator: ":")
    let kept = labels.filter { $0 != label }.map { "\($0):" }.joined()
    return path.dropLast() + ["\(last[..<open])(\(kept))"]
  }

  /// A comment without the line that explains it.
  static func removed(from comment: String) -> String {
    comment.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop { $0 == " " }.hasPrefix("- \(label): ") }.joined(separator: "\n")
  }
}
