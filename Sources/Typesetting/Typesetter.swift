internal import Hashing
public import Markup

/// Renders formulas and highlights code at build time, so that pages need no JavaScript for either.
///
/// Results are cached; a JavaScript engine is only started for a miss. A typesetter can be used by
/// any number of tasks at the same time.
public final class Typesetter: Sendable {
  private let packages: SystemPackages
  private let cache: TypesettingCache
  private let formulas: FormulaRenderer
  private let highlighter: CodeHighlighter

  /// Creates a typesetter that uses the installed system packages.
  ///
  /// - Parameter cache: The cache directory, which other runs can share; nil to cache in memory.
  /// - Throws: The names of missing packages.
  public convenience init(cache: String? = nil) throws(MissingPackages) {
    self.init(try SystemPackages.installed(), cache: cache)
  }

  package init(_ packages: SystemPackages, cache: String? = nil) {
    self.packages = packages
    self.cache = TypesettingCache(folder: cache)
    formulas = FormulaRenderer(packages.katex)
    highlighter = CodeHighlighter(packages.highlighter)
  }

  /// Renders a formula with KaTeX: MathML for screen readers, and HTML for display.
  ///
  /// - Parameters:
  ///   - tex: The formula in TeX, without dollar signs.
  ///   - display: Whether it is a display formula.
  /// - Returns: The markup.
  /// - Throws: The first error in the formula, with its position.
  public func formula(_ tex: String, display: Bool) throws(TeXError) -> HTML {
    let key = formulas.key(tex, display: display)
    if let cached = cache.text(for: key) { return HTML(unescaped: cached) }
    let markup = try formulas.markup(of: tex, display: display)
    cache.store(markup, for: key)
    return HTML(unescaped: markup)
  }

  /// Highlights code; see ``TokenKind`` for the classes of the tokens.
  ///
  /// - Parameters:
  ///   - code: The code. The markup contains exactly its text.
  ///   - language: The language of the fence: `swift`, `sh`, `bash`, `json`, `python` or `yaml`.
  /// - Returns: The markup; nil for another language, and for code that exceeds a limit.
  public func highlighted(_ code: String, language: String) -> HTML? {
    guard let language = HighlightLanguage(fence: language), CodeHighlighter.canHighlight(code)
    else { return nil }
    let key = highlighter.key(code, language)
    if let cached = cache.text(for: key) { return HTML(highlighted: cached, code: code) }
    guard let output = highlighter.highlighted(code, language) else { return nil }
    cache.store(output, for: key)
    return HTML(highlighted: output, code: code)
  }

  /// The files and folders of the system packages that a typesetter reads.
  public static let packagePaths = SystemPackages.paths

  /// KaTeX's style sheet, for pages with formulas; `fonts` belong in `fonts/` beside it.
  public func styleSheet(with fonts: some Sequence<FontFile>) -> String {
    packages.fonts.styleSheet(with: Set(fonts.map(\.name)))
  }

  /// Finds the font files that a site needs for its formulas.
  ///
  /// - Parameter pages: The pages of the site as HTML.
  /// - Returns: The files, sorted by name; they belong in `fonts/` beside the style sheet.
  public func fontFiles(usedIn pages: some Sequence<String>) -> [FontFile] {
    packages.fonts.files(usedIn: pages)
  }

  /// Whether the cache is empty, including entries of earlier runs.
  public var hasEmptyCache: Bool { cache.isEmpty }

  /// The number of formulas and code blocks that were rendered and not found in the cache.
  package var renderedCount: Int { cache.addedCount }

  /// The number of times a JavaScript engine was started.
  package var engineStarts: Int { formulas.engineStarts + highlighter.engineStarts }
}
