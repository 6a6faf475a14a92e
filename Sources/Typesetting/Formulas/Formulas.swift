/// Formulas, set by KaTeX.
struct Formulas: Sendable {
  /// Longer ones are refused: KaTeX's time grows with the square of the length.
  static let lengthLimit = 5_000

  private let script: Script

  init(_ katex: Library) {
    script = Script(katex, driver: String(decoding: PackageResources.formulas_js, as: UTF8.self))
  }

  /// How often the engine was started.
  var starts: Int { script.starts }

  /// What the markup depends on.
  func key(_ tex: String, display: Bool) -> Cache.Key {
    Cache.Key([display ? "display" : "inline", script.fingerprint, tex])
  }

  /// The markup of a formula.
  func markup(of tex: String, display: Bool) throws(TeXError) -> String {
    try Formulas.check(tex)
    let answer: String
    do throws(Script.Failure) {
      answer = try script.call("typeset", [tex, display ? "display" : "inline"])
    } catch {
      throw TeXError(Formulas.words(for: error), in: tex)
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
      throw TeXError("A control character stands in the formula", in: tex, at: offset)
    }
  }

  private static func words(for failure: Script.Failure) -> String {
    switch failure {
    case .exhausted: "The formula is nested too deeply, or expands too far"
    case .thrown(let words): "KaTeX fails on this formula: \(words)"
    case .unusable(let package, let words): "\(package) does not work: \(words)"
    }
  }
}
