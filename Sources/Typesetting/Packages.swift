internal import Foundation

/// What the system's packages bring: KaTeX with its fonts, and highlight.js.
package struct Packages: Sendable {
  /// KaTeX.
  let katex: Library
  /// The program highlight.js.
  let highlighter: Library
  /// KaTeX's style sheet and fonts.
  let fonts: Fonts

  private static let katexScript = "/usr/share/javascript/katex/katex.min.js"
  private static let katexStyle = "/usr/share/javascript/katex/katex.min.css"
  private static let highlighterScript = "/usr/share/javascript/highlight.js/highlight.min.js"
  private static let fontsFolder = "/usr/share/fonts/truetype/katex"

  /// Where Debian installs them.
  static let paths = [katexScript, katexStyle, highlighterScript, fontsFolder]

  /// Reads the packages as Debian installs them.
  ///
  /// - Parameter root: The folder that stands for the system's root.
  /// - Returns: The packages.
  /// - Throws: Which packages are missing.
  package static func installed(root: String = "") throws(MissingPackages) -> Packages {
    let fonts = root + fontsFolder
    let katex = text(root + katexScript)
    let sheet = text(root + katexStyle)
    let highlighter = text(root + highlighterScript)
    let hasFonts = FileManager.default.fileExists(atPath: fonts + "/KaTeX_Main-Regular.woff2")
    guard let katex, let sheet, let highlighter, hasFonts else {
      let missing = [
        katex == nil || sheet == nil ? "libjs-katex" : nil,
        hasFonts ? nil : "fonts-katex",
        highlighter == nil ? "libjs-highlight.js" : nil,
      ]
      throw MissingPackages(names: missing.compactMap { $0 })
    }
    return Packages(
      katex: Library(package: "libjs-katex", source: katex),
      highlighter: Library(package: "libjs-highlight.js", source: highlighter),
      fonts: Fonts(styleSheet: sheet, folder: fonts))
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// A JavaScript library.
struct Library: Sendable {
  /// The package that brings it.
  let package: String
  /// Its text.
  let source: String
}

/// Packages of the system that must be installed before anything can be set.
public struct MissingPackages: Error, Equatable, Sendable, CustomStringConvertible {
  /// Their names, as Debian has them.
  public var names: [String]

  package init(names: [String]) { self.names = names }

  /// What a terminal shows after `error:`.
  public var description: String {
    let list = names.joined(separator: " ")
    return """
      what sets mathematics and code is missing: \(list)
      help: apt-get install \(list)
      """
  }
}
