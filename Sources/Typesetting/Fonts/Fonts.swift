internal import Foundation

/// A file of a typeface.
public struct FontFile: Equatable, Hashable, Sendable {
  /// Its name, such as `KaTeX_Main-Regular.woff2`.
  public var name: String
  /// Where the system's package has it.
  public var path: String
}

/// KaTeX's style sheet and typefaces.
struct Fonts: Sendable {
  /// The style sheet, naming the compact form of each typeface only.
  let styleSheet: String

  private let rules: FontRules
  private let folder: String

  init(styleSheet: String, folder: String) {
    self.styleSheet = styleSheet.replacing(
      /,url\([^)]*\) format\(["'](?:woff|truetype)["']\)/, with: "")
    self.folder = folder
    rules = FontRules(self.styleSheet)
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
  var page = page
  page.withUTF8 { bytes in
    guard let base = bytes.baseAddress else { return }
    var rest = UnsafeRawBufferPointer(bytes)
    while let found = memmem(rest.baseAddress, rest.count, opening, opening.count) {
      let start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + opening.count
      rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start...])
      let value = rest.prefix { $0 != UInt8(ascii: "\"") }
      classes.insert(String(decoding: value, as: UTF8.self))
    }
  }
}
