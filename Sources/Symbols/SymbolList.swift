/// The symbols of a symbol graph that a handbook lists.
///
/// It leaves out symbols that the compiler synthesises or that only it calls, names that begin with
/// `_`, and members of other modules' types that only satisfy a protocol.
struct SymbolList {
  private let graph: SymbolGraph
  private let module: String
  /// The types of the handbook, by precise identifier.
  private let types: [String: Symbol.Target]
  /// The unconditional conformances of types, by precise identifier.
  private let conformances: [String: [String]]
  /// The members that satisfy a protocol requirement.
  private let witnesses: Set<String>
  /// The paths of result builders.
  private let builders: Set<[String]>

  init(_ graph: SymbolGraph, of module: String, types: [String: Symbol.Target]) {
    self.graph = graph
    self.module = module
    self.types = types
    conformances = graph.relationships.reduce(into: [:]) { conformances, relation in
      guard relation.kind == "conformsTo", relation.swiftConstraints == nil,
        types[relation.target] != nil
      else { return }
      conformances[relation.source, default: []].append(relation.target)
    }
    witnesses = Set(graph.relationships.filter { $0.sourceOrigin != nil }.map(\.source))
    builders = Set(
      graph.symbols.filter { $0.declaration.first?.spelling == "@resultBuilder" }.map(\.path))
  }

  var symbols: [Symbol] { graph.symbols.compactMap(symbol) }

  private func symbol(_ entry: SymbolGraph.Entry) -> Symbol? {
    guard let kind = entry.kind, let location = entry.location, isListed(entry),
      let file = file(location.uri)
    else { return nil }
    let fragments = CallLineParameter.removed(from: entry.declaration)
    let hasCallPlace = fragments.count < entry.declaration.count
    var declaration = Declaration(fragments, types)
    if kind.isType, kind != .alias { declaration.add(conformances(of: entry)) }
    let comment = entry.comment ?? ""
    return Symbol(
      kind, hasCallPlace ? CallLineParameter.removed(from: entry.path) : entry.path,
      declaration: declaration.pieces,
      comment: hasCallPlace ? CallLineParameter.removed(from: comment) : comment, file: file,
      line: location.position.line + 1)
  }

  private func isListed(_ entry: SymbolGraph.Entry) -> Bool {
    let isForeign = entry.extendedModule.map { $0 != module } ?? false
    return !entry.path.contains { $0.hasPrefix("_") }
      && !builders.contains(Array(entry.path.dropLast()))
      && !(isForeign && witnesses.contains(entry.id))
  }

  /// Returns the conformances of a type, without those that another one implies.
  private func conformances(of entry: SymbolGraph.Entry) -> [Symbol.Target] {
    let all = conformances[entry.id] ?? []
    let implied = Set(all.flatMap { conformances[$0] ?? [] })
    return all.filter { !implied.contains($0) }.compactMap { types[$0] }
      .sorted { $0.path.joined(separator: ".") < $1.path.joined(separator: ".") }
  }

  /// Returns a file's path within the package, independent of where it was compiled.
  private func file(_ uri: String) -> String? {
    uri.ranges(of: "/Sources/\(module)/").last.map { String(uri[$0.lowerBound...].dropFirst()) }
  }
}
