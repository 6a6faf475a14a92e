/// A file of a typeface.
public struct FontFile: Codable, Hashable, Sendable {
  /// Its name, such as `KaTeX_Main-Regular.woff2`.
  public var name: String
  /// Where the system's package has it.
  public var path: String

  /// A file by its name and place.
  package init(name: String, path: String) { (self.name, self.path) = (name, path) }
}

/// KaTeX's style sheet and typefaces.
struct Fonts: Sendable {
  private let source: String
  private let rules: FontRules
  private let folder: String

  init(styleSheet: String, folder: String) {
    source = styleSheet
    rules = FontRules(styleSheet)
    self.folder = folder
  }

  /// The style sheet with the typefaces of some files only, each in its compact form.
  func styleSheet(with files: Set<String>) -> String {
    source.replacing(/,url\([^)]*\) format\(["'](?:woff|truetype)["']\)/, with: "")
      .replacing(/@font-face\{[^}]*url\(fonts\/([^)]+)\)[^}]*\}/) { face in
        files.contains(String(face.1)) ? String(face.0) : ""
      }
  }

  /// The files of the typefaces in which the formulas of some pages are set.
  func files(usedIn pages: some Sequence<String>) -> [FontFile] {
    var classes: Set<String> = []
    for page in pages { collectClasses(in: page, into: &classes) }
    guard classes.contains("katex") else { return [] }
    let names = Set(classes.compactMap { rules.file(for: Set($0.split(separator: " "))) })
    return names.sorted().map { FontFile(name: $0, path: "\(folder)/\($0)") }
  }
}

/// Collects the values of all class attributes.
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
