/// What a program can use of some modules: their public names with what their source says of them.
public struct Handbook: Codable, Equatable, Sendable {
  /// A module.
  public struct Chapter: Codable, Equatable, Sendable {
    /// The module's name.
    public var module: String
    /// What it declares, in the order of its files and their lines.
    public var symbols: [Symbol]

    /// A module with its names.
    public init(module: String, symbols: [Symbol]) {
      (self.module, self.symbols) = (module, symbols)
    }
  }

  /// The modules.
  public var chapters: [Chapter]

  /// A handbook of modules.
  public init(chapters: [Chapter]) { self.chapters = chapters }

  /// A handbook of what the compiler wrote of each module: a graph of the module itself and one for
  /// each other module that it extends.
  public init(_ graphs: [(module: String, graphs: [SymbolGraph])]) {
    var types: [String: Symbol.Target] = [:]
    for (module, graphs) in graphs {
      for symbol in graphs.flatMap(\.symbols) where symbol.kind?.isType == true {
        types[symbol.id] = Symbol.Target(module: module, path: symbol.path)
      }
    }
    chapters = graphs.map { module, graphs in
      let symbols = graphs.flatMap { Listing($0, of: module, types).symbols }
      return Chapter(
        module: module, symbols: symbols.sorted { ($0.file, $0.line) < ($1.file, $1.line) })
    }
  }
}
