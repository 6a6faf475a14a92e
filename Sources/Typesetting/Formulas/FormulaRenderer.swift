/// Renders formulas with KaTeX.
struct FormulaRenderer: Sendable {
  /// The maximum length in UTF-16 code units: KaTeX's time grows with the square of the length.
  static let lengthLimit = 5_000

  private let script: ScriptHost

  init(_ katex: JavaScriptLibrary) {
    script = ScriptHost(
      katex, driver: String(decoding: PackageResources.formulas_js, as: UTF8.self))
  }

  /// The number of times a JavaScript engine was started.
  var engineStarts: Int { script.engineStarts }

  /// The cache key of a formula's markup.
  func key(_ tex: String, display: Bool) -> TypesettingCache.Key {
    TypesettingCache.Key([display ? "display" : "inline", script.digest, tex])
  }

  /// Renders a formula; throws its first error.
  func markup(of tex: String, display: Bool) throws(TeXError) -> String {
    try FormulaRenderer.check(tex)
    let answer: String
    do throws(ScriptHost.CallError) {
      answer = try script.call("typeset", [tex, display ? "display" : "inline"])
    } catch {
      throw TeXError(FormulaRenderer.message(for: error), in: tex)
    }
    guard answer.hasPrefix("!") else { return answer }
    let parts = answer.dropFirst().split(separator: " ", maxSplits: 1)
    throw TeXError(String(parts.last ?? ""), in: tex, at: parts.first.flatMap { Int($0) } ?? 0)
  }

  private static func check(_ tex: String) throws(TeXError) {
    guard tex.utf16.count <= lengthLimit else {
      throw TeXError("The formula is longer than \(lengthLimit) characters", in: tex)
    }
    if let offset = tex.firstControlCharacter {
      throw TeXError("The formula contains a control character", in: tex, at: offset)
    }
  }

  private static func message(for error: ScriptHost.CallError) -> String {
    switch error {
    case .exhausted: "The formula is nested too deeply, or expands too far"
    case .thrown(let message): "KaTeX fails on this formula: \(message)"
    case .loadFailed(let package, let message): "\(package) cannot be loaded: \(message)"
    }
  }
}
