internal import Hashing
public import Markup

/// Sets formulas and code while pages are built, so that readers need no JavaScript for either.
///
/// What was set once is kept; a JavaScript engine starts only for what was not. One typesetter may
/// serve any number of tasks at once.
public final class Typesetter: Sendable {
  private let packages: Packages
  private let cache: Cache
  private let formulas: Formulas
  private let listings: Listings

  /// A typesetter that works with the system's packages.
  ///
  /// - Parameter cache: The folder that keeps what was set, for this run and others; without it,
  ///   the typesetter remembers by itself.
  /// - Throws: Which packages are missing.
  public convenience init(cache: String? = nil) throws(MissingPackages) {
    self.init(try Packages.installed(), cache: cache)
  }

  package init(_ packages: Packages, cache: String? = nil) {
    self.packages = packages
    self.cache = Cache(folder: cache)
    formulas = Formulas(packages.katex)
    listings = Listings(packages.highlighter)
  }

  /// A formula as KaTeX sets it: MathML for those who listen, boxes for those who look.
  ///
  /// - Parameters:
  ///   - tex: The formula, in TeX, without its dollars.
  ///   - display: Whether it stands on a line of its own.
  /// - Returns: The markup.
  /// - Throws: What is wrong with the formula, and where.
  public func formula(_ tex: String, display: Bool) throws(TeXError) -> HTML {
    let key = formulas.key(tex, display: display)
    if let kept = cache.text(for: key) { return HTML(unescaped: kept) }
    let markup = try formulas.markup(of: tex, display: display)
    cache.keep(markup, for: key)
    return HTML(unescaped: markup)
  }

  /// Code with its words coloured by their kinds; see ``TokenKind`` for the classes.
  ///
  /// - Parameters:
  ///   - code: The code. Its text stays exactly as it is.
  ///   - language: Its language as a fence names it: `swift`, `sh`, `bash`, `json`, `python`, `yaml`.
  /// - Returns: The markup; nil for another language, and for code too long or too tangled.
  public func highlighted(_ code: String, language: String) -> HTML? {
    guard let language = Language(fence: language), Listings.canTake(code) else { return nil }
    let key = listings.key(code, language)
    if let kept = cache.text(for: key) { return HTML(highlighted: kept, code: code) }
    guard let marked = listings.marked(code, language) else { return nil }
    cache.keep(marked, for: key)
    return HTML(highlighted: marked, code: code)
  }

  /// The files and folders of the system's packages that it works with.
  public static let packagePaths = Packages.paths

  /// What pages with formulas need: KaTeX's style sheet, with some of its typefaces in `fonts/` beside
  /// it.
  public func styleSheet(with fonts: some Sequence<FontFile>) -> String {
    packages.fonts.styleSheet(with: Set(fonts.map(\.name)))
  }

  /// The font files that a site needs for its formulas.
  ///
  /// - Parameter pages: The site's pages as HTML.
  /// - Returns: The files, by name; each belongs into `fonts/` beside the style sheet.
  public func fontFiles(usedIn pages: some Sequence<String>) -> [FontFile] {
    packages.fonts.files(usedIn: pages)
  }

  /// Whether nothing has been set yet, in this run or an earlier one with the same cache.
  public var remembersNothing: Bool { cache.isEmpty }

  /// How many formulas and listings this typesetter has set itself.
  package var settings: Int { cache.freshCount }

  /// How often an engine was started.
  package var starts: Int { formulas.starts + listings.starts }
}
