import Foundation
import Markup

/// The files of ours that a site carries: what stands in `Styles` and `Scripts`, put together.
extension Site {
  /// The rules of a page without its drawings and formulas.
  static var pageStyle: String {
    plainStyle
      + text(
        of: PackageResources.results_css, PackageResources.navigation_css,
        PackageResources.handbook_css, PackageResources.print_css)
  }

  /// The rules of a page with nothing but text.
  static var plainStyle: String { text(of: PackageResources.frame_css, PackageResources.text_css) }

  private static func text(of files: [UInt8]...) -> String {
    files.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") + "\n"
  }

  /// The picture beside a page's name.
  static var favicon: String { text(of: PackageResources.favicon_svg) }

  /// What pages can do with JavaScript, with the words that it says and the pieces of the index;
  /// lines of comment alone stay in the sources.
  static func script(_ wording: Wording, pieces: [String]) -> String {
    let words = Dictionary(
      uniqueKeysWithValues: Phrase.ofScripts.map { ($0.rawValue, wording[$0]) })
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

/// A value as JSON in one line, the same for the same value; JavaScript reads it, too.
func json(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  // Text and lists of text can always be written.
  return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
}

/// The value that some JSON stands for; nil where it stands for another.
func value<Value: Decodable>(_ type: Value.Type, in json: ArraySlice<UInt8>) -> Value? {
  try? JSONDecoder().decode(type, from: Data(json))
}
