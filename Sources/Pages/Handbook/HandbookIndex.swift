import Lessons
import Symbols

/// The pages and anchors of a handbook's symbols.
struct HandbookIndex {
  /// The page with the symbols of all modules.
  static let page = "reference.html"

  let outlines: [ChapterOutline]
  /// The names on each module's page.
  private let names: [(module: String, names: Set<String>)]

  init(_ handbook: Handbook) {
    outlines = handbook.chapters.map(ChapterOutline.init)
    names = outlines.map { ($0.module, Set($0.symbolAnchors)) }
  }

  /// The page of a module.
  static func page(of module: String) -> String { "reference-\(module.lowercased()).html" }

  /// The address of a symbol.
  static func address(of name: String, in module: String, from page: String) -> String {
    let other = HandbookIndex.page(of: module)
    return (other == page ? "" : other) + "#\(name)"
  }

  /// The address of a type that a declaration names.
  func address(of target: Symbol.Target, from page: String) -> String {
    HandbookIndex.address(
      of: target.path.joined(separator: "."), in: target.module, from: page)
  }

  /// The address of a symbol named in a comment, looked up from the type that the comment belongs to;
  /// nil if it is unknown.
  func address(of words: String, seenFrom owner: String?, on page: String) -> String? {
    let name = words.replacing("/", with: ".")
    let candidates = [owner.map { "\($0).\(name)" }, name].compactMap { $0 }
    for candidate in candidates {
      let own = names.first { HandbookIndex.page(of: $0.module) == page }
      for (module, names) in (own.map { [$0] } ?? []) + names where names.contains(candidate) {
        return HandbookIndex.address(of: candidate, in: module, from: page)
      }
    }
    return nil
  }
}
