/// The reference of some modules: their public symbols with doc comments.
public struct Handbook: Codable, Equatable, Sendable {
  /// The part of the handbook for one module.
  public struct Chapter: Codable, Equatable, Sendable {
    /// The name of the module.
    public var module: String
    /// The module's symbols, in the order of its files and their lines.
    public var symbols: [Symbol]

    /// Creates the chapter of a module.
    public init(module: String, symbols: [Symbol]) {
      self.module = module
      self.symbols = symbols
    }
  }

  /// The chapters, one for each module.
  public var chapters: [Chapter]

  /// Creates a handbook from chapters.
  public init(chapters: [Chapter]) { self.chapters = chapters }

  /// Creates a handbook from the symbol graphs of modules: for each module, one of the module
  /// itself and one for each module that it extends.
  public init(_ graphs: [(module: String, graphs: [SymbolGraph])]) {
    var types: [String: Symbol.Target] = [:]
    for (module, graphs) in graphs {
      for symbol in graphs.flatMap(\.symbols) where symbol.kind?.isType == true {
        types[symbol.id] = Symbol.Target(module: module, path: symbol.path)
      }
    }
    chapters = graphs.map { module, graphs in
      let symbols = graphs.flatMap { SymbolList($0, of: module, types: types).symbols }
      return Chapter(
        module: module, symbols: symbols.sorted { ($0.file, $0.line) < ($1.file, $1.line) })
    }
  }
}
