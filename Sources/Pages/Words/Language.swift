/// A language as HTML names it: `de`, `pt-BR`, `az-Arab`.
struct Language: Equatable, Sendable {
  let tag: String

  init(_ tag: String) { self.tag = tag }

  /// Whether it is written from right to left: by its script where it names one, else by the script
  /// that is usual for it.
  var isRightToLeft: Bool {
    let parts = tag.lowercased().split(separator: "-").map(String.init)
    if let script = parts.dropFirst().first(where: { $0.count == 4 && $0.allSatisfy(\.isLetter) }) {
      return Language.rightToLeftScripts.contains(script)
    }
    return Language.rightToLeft.contains(parts.first ?? "")
  }

  /// ` dir="rtl"`'s value.
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
