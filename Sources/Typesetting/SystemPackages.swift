internal import Foundation

/// The system packages that are used: KaTeX with its fonts, and highlight.js.
package struct SystemPackages: Sendable {
  /// The KaTeX library, which renders formulas.
  let katex: JavaScriptLibrary
  /// The highlight.js library, which highlights code.
  let highlighter: JavaScriptLibrary
  /// KaTeX's style sheet and fonts.
  let fonts: KaTeXFonts

  private static let katexScript = "/usr/share/javascript/katex/katex.min.js"
  private static let katexStyle = "/usr/share/javascript/katex/katex.min.css"
  private static let highlighterScript = "/usr/share/javascript/highlight.js/highlight.min.js"
  private static let fontsFolder = "/usr/share/fonts/truetype/katex"

  /// The paths at which Debian installs them.
  static let paths = [katexScript, katexStyle, highlighterScript, fontsFolder]

  /// Reads the packages as Debian installs them.
  ///
  /// - Parameter root: A folder to use as the root of the file system.
  /// - Returns: The packages.
  /// - Throws: The names of missing packages.
  package static func installed(root: String = "") throws(MissingPackages) -> SystemPackages {
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
    return SystemPackages(
      katex: JavaScriptLibrary(package: "libjs-katex", source: katex),
      highlighter: JavaScriptLibrary(package: "libjs-highlight.js", source: highlighter),
      fonts: KaTeXFonts(styleSheet: sheet, folder: fonts))
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The source of a JavaScript library, and the system package that installs it.
struct JavaScriptLibrary: Sendable {
  /// The name of the system package.
  let package: String
  /// The JavaScript source of the library.
  let source: String
}

/// The error that system packages for formulas and code are not installed.
public struct MissingPackages: Error, Equatable, Sendable, CustomStringConvertible {
  /// The names of the Debian packages.
  public var names: [String]

  package init(names: [String]) { self.names = names }

  /// The message that is printed after `error:`.
  public var description: String {
    let list = names.joined(separator: " ")
    return """
      missing packages for formulas and code: \(list)
      help: apt-get install \(list)
      """
  }
}
