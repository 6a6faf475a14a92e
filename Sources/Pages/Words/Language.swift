/// A language tag as in HTML: `de`, `pt-BR`, `az-Arab`.
struct Language: Equatable, Sendable {
  let tag: String

  init(_ tag: String) { self.tag = tag }

  /// Whether it is written from right to left, by its script subtag or else by the language's usual
  /// script.
  var isRightToLeft: Bool {
    let parts = tag.lowercased().split(separator: "-").map(String.init)
    if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
      return Language.rightToLeftScripts.contains(script)
    }
    return Language.rightToLeft.contains(parts.first ?? "")
  }

  /// The value of the `dir` attribute.
  var direction: String { isRightToLeft ? "rtl" : "ltr" }

  private static let rightToLeft: Set = [
    "ar", "arc", "azb", "bal", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc",
    "mzn",
    "nqo", "pnb", "prs", "ps", "rhg", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
  ]

  private static let rightToLeftScripts: Set = [
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]
}
