/// Which typeface a style sheet gives to an element, by the element's classes.
///
/// KaTeX puts all classes that bear on the typeface on the element that holds the letters. What its
/// style sheet gives to elements inside another with a class counts as given to that one.
struct FontRules: Sendable {
  private var rules: [(classes: Set<Substring>, font: Declared)] = []
  private var faces: [(font: Font, file: String)] = []

  init(_ styleSheet: String) {
    for rule in styleSheet.split(separator: "}") {
      let parts = rule.split(separator: "{", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let font = Declared(parts[1])
      if parts[0] == "@font-face" {
        guard let file = parts[1].firstMatch(of: /url\(fonts\/([^)]+)\)/) else { continue }
        faces.append((font.applied(to: Font()), String(file.1)))
      } else if font != Declared() {
        rules += parts[0].split(separator: ",").compactMap { selector in
          classes(of: selector).map { ($0, font) }
        }
      }
    }
  }

  /// The file of the typeface for an element with these classes; nil where no class bears on it.
  func file(for classes: Set<Substring>) -> String? {
    let matching = rules.filter { $0.classes.isSubset(of: classes) }
    guard !matching.isEmpty else { return nil }
    let base = rules.first { $0.classes == ["katex"] }?.font.applied(to: Font()) ?? Font()
    let font = matching.reduce(base) { $1.font.applied(to: $0) }
    return faces.filter { $0.font.family == font.family }
      .min { $0.font.distance(to: font) < $1.font.distance(to: font) }?.file
  }

  /// The classes of a selector's last part that has any.
  private func classes(of selector: Substring) -> Set<Substring>? {
    let parts = selector.split { $0 == " " || $0 == ">" }
    guard let last = parts.last(where: { $0.contains(".") }) else { return nil }
    return Set(last.drop { $0 != "." }.split(separator: "."))
  }
}

/// A typeface as style sheets tell them apart.
private struct Font: Equatable, Sendable {
  var family = ""
  var isBold = false
  var isItalic = false

  /// How far a family's face is from the one wanted; browsers mind the slope before the weight.
  func distance(to wanted: Font) -> Int {
    (isItalic == wanted.isItalic ? 0 : 2) + (isBold == wanted.isBold ? 0 : 1)
  }
}

/// What a rule says of the typeface.
private struct Declared: Equatable, Sendable {
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
        (isBold, isItalic) = (false, false)
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
