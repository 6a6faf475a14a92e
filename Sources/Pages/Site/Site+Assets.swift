import Foundation
import Markup

/// The files in `Styles` and `Scripts`, combined for a site.
extension Site {
  /// The style sheet of a page, without the rules for drawings and formulas.
  static var pageStyle: String {
    plainStyle
      + text(
        of: PackageResources.results_css, PackageResources.navigation_css,
        PackageResources.handbook_css, PackageResources.print_css)
  }

  /// The style sheet of a page that contains only text.
  static var plainStyle: String { text(of: PackageResources.frame_css, PackageResources.text_css) }

  private static func text(of files: [UInt8]...) -> String {
    files.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") + "\n"
  }

  /// The site's icon as SVG.
  static var favicon: String { text(of: PackageResources.favicon_svg) }

  /// The JavaScript of all pages, with its texts and the paths of the search index, without lines that
  /// are only comments.
  static func script(_ wording: Wording, pieces: [String]) -> String {
    let words = Dictionary(
      uniqueKeysWithValues: Phrase.usedByScripts.map { ($0.rawValue, wording[$0]) })
    let scripts = text(
      of: PackageResources.fonts_js, PackageResources.element_js, PackageResources.copy_js,
      PackageResources.explore_js, PackageResources.walk_js, PackageResources.claims_js,
      PackageResources.marks_js,
      PackageResources.search_js)
    return """
      {
      const words = \(json(words));
      const speech = \(json(wording.speech));
      const pieces = \(json(pieces));
      \(scripts.replacing(/(?m)^ *\/\/.*\n/, with: ""))}

      """
  }
}

/// A value as one line of deterministic JSON, which is also a JavaScript expression.
func json(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  // Encoding strings and numbers cannot fail.
  return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
}

/// Decodes a value from JSON; nil if it does not have the expected form.
func value<Value: Decodable>(_ type: Value.Type, in json: ArraySlice<UInt8>) -> Value? {
  try? JSONDecoder().decode(type, from: Data(json))
}
