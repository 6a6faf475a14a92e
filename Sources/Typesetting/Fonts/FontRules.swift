/// Finds the font that KaTeX's style sheet gives to an element with some classes.
///
/// KaTeX puts all classes that affect the font on the element that contains the letters. A rule for
/// elements inside an element with a class is treated as a rule for that element.
struct FontRules: Sendable {
  private var rules: [(classes: Set<Substring>, font: FontDeclarations)] = []
  private var faces: [(font: Font, file: String)] = []

  init(_ styleSheet: String) {
    for rule in styleSheet.split(separator: "}") {
      let parts = rule.split(separator: "{", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let font = FontDeclarations(parts[1])
      if parts[0] == "@font-face" {
        guard let file = parts[1].firstMatch(of: /url\(fonts\/([^)]+)\)/) else { continue }
        faces.append((font.applied(to: Font()), String(file.1)))
      } else if font != FontDeclarations() {
        rules += parts[0].split(separator: ",").compactMap { selector in
          classes(of: selector).map { ($0, font) }
        }
      }
    }
  }

  /// The font file for an element with these classes; nil if none of them affects the font.
  func file(for classes: Set<Substring>) -> String? {
    let matching = rules.filter { $0.classes.isSubset(of: classes) }
    guard !matching.isEmpty else { return nil }
    let base = rules.first { $0.classes == ["katex"] }?.font.applied(to: Font()) ?? Font()
    let font = matching.reduce(base) { $1.font.applied(to: $0) }
    return faces.filter { $0.font.family == font.family }
      .min { $0.font.distance(to: font) < $1.font.distance(to: font) }?.file
  }

  /// The classes in the last compound selector that has any.
  private func classes(of selector: Substring) -> Set<Substring>? {
    let parts = selector.split { $0 == " " || $0 == ">" }
    guard let last = parts.last(where: { $0.contains(".") }) else { return nil }
    return Set(last.drop { $0 != "." }.split(separator: "."))
  }
}

/// The properties by which a style sheet selects a font.
private struct Font: Equatable, Sendable {
  var family = ""
  var isBold = false
  var isItalic = false

  /// The mismatch with a face of the same family; as in browsers, slope matters more than weight.
  func distance(to requested: Font) -> Int {
    (isItalic == requested.isItalic ? 0 : 2) + (isBold == requested.isBold ? 0 : 1)
  }
}

/// The font properties that a rule sets.
private struct FontDeclarations: Equatable, Sendable {
  var family: String?
  var isBold: Bool?
  var isItalic: Bool?

  init(family: String? = nil) { self.family = family }

  init(_ declarations: Substring) {
    for declaration in declarations.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "font-family": family = String(parts[1])
      case "font-weight": isBold = parts[1] == "700"
      case "font-style": isItalic = parts[1] == "italic"
      case "font":
        family = parts[1].firstMatch(of: /KaTeX_\w+/).map { String($0.0) }
        isBold = false
        isItalic = false
      default: continue
      }
    }
  }

  func applied(to font: Font) -> Font {
    Font(
      family: family ?? font.family, isBold: isBold ?? font.isBold,
      isItalic: isItalic ?? font.isItalic)
  }
}
