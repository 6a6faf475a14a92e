/// A font file of KaTeX.
public struct FontFile: Codable, Hashable, Sendable {
  /// The file name, such as `KaTeX_Main-Regular.woff2`.
  public var name: String
  /// The path at which the system package installs it.
  public var path: String

  /// Creates a font file from its name and path.
  package init(name: String, path: String) {
    self.name = name
    self.path = path
  }
}

/// KaTeX's style sheet and fonts.
struct KaTeXFonts: Sendable {
  private let source: String
  private let rules: FontRules
  private let folder: String

  init(styleSheet: String, folder: String) {
    source = styleSheet
    rules = FontRules(styleSheet)
    self.folder = folder
  }

  /// The style sheet with `@font-face` rules only for `files`, and only in WOFF2 format.
  func styleSheet(with files: Set<String>) -> String {
    source.replacing(/,url\([^)]*\) format\(["'](?:woff|truetype)["']\)/, with: "")
      .replacing(/@font-face\{[^}]*url\(fonts\/([^)]+)\)[^}]*\}/) { face in
        files.contains(String(face.1)) ? String(face.0) : ""
      }
  }

  /// The font files that the formulas of some pages use.
  func files(usedIn pages: some Sequence<String>) -> [FontFile] {
    var classes: Set<String> = []
    for page in pages { collectClasses(in: page, into: &classes) }
    guard classes.contains("katex") else { return [] }
    let names = Set(classes.compactMap { rules.file(for: Set($0.split(separator: " "))) })
    return names.sorted().map { FontFile(name: $0, path: "\(folder)/\($0)") }
  }
}

/// Adds the values of all class attributes of a page to `classes`.
private func collectClasses(in page: String, into classes: inout Set<String>) {
  let opening = Array(" class=\"".utf8)
  var rest = Array(page.utf8)[...]
  while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
    let isClass = rest[...quote].suffix(opening.count).elementsEqual(opening)
    rest = rest[(quote + 1)...]
    guard isClass else { continue }
    let value = rest.prefix { $0 != UInt8(ascii: "\"") }
    classes.insert(String(decoding: value, as: UTF8.self))
  }
}
