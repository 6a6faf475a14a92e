/// The parameter for the line of the call, `line: Int = #line`.
///
/// Callers never pass it, so the handbook does not show it.
enum CallLineParameter {
  /// The label of the parameter.
  private static let label = "line"

  /// Returns a declaration without the parameter.
  static func removed(from fragments: [SymbolGraph.Fragment]) -> [SymbolGraph.Fragment] {
    guard let last = fragments.firstIndex(where: { $0.spelling == "#line" }),
      let first = fragments[..<last].lastIndex(where: { $0.spelling == label })
    else { return fragments }
    var before = Array(fragments[..<first])
    var after = Array(fragments[(last + 1)...])
    if let text = before.last?.spelling, text.hasSuffix(", ") {
      before[before.count - 1].spelling = String(text.dropLast(2))
    } else if let text = after.first?.spelling, text.hasPrefix(", ") {
      after[0].spelling = String(text.dropFirst(2))
    }
    return before + after
  }

  /// Returns the path of a declaration without the parameter's label: `f(_:line:)` becomes `f(_:)`.
  static func removed(from path: [String]) -> [String] {
    guard let last = path.last, let open = last.firstIndex(of: "(") else { return path }
    let labels = last[open...].dropFirst().dropLast().split(separator: ":")
    let others = labels.filter { $0 != label }.map { "\($0):" }.joined()
    return path.dropLast() + ["\(last[..<open])(\(others))"]
  }

  /// Returns a doc comment without the parameter's line.
  static func removed(from comment: String) -> String {
    comment.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop { $0 == " " }.hasPrefix("- \(label): ") }.joined(separator: "\n")
  }
}
