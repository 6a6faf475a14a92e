/// What a handbook lists of a symbol graph: what is written in the source, for whoever uses it.
///
/// It leaves out what the compiler adds on its own, fills in or calls on its own, names that begin
/// with `_`, and what a type of another module must have to keep a promise.
struct Listing {
  private let graph: SymbolGraph
  private let module: String
  /// The handbook's types, by the compiler's names of them.
  private let types: [String: Symbol.Target]
  /// The promises that types make whatever their parameters, by the compiler's names.
  private let promises: [String: [String]]
  /// The members that keep a promise.
  private let promised: Set<String>
  /// What the compiler makes values of blocks with, by the full names.
  private let builders: Set<[String]>

  init(_ graph: SymbolGraph, of module: String, _ types: [String: Symbol.Target]) {
    (self.graph, self.module, self.types) = (graph, module, types)
    promises = graph.relationships.reduce(into: [:]) { promises, relation in
      guard relation.kind == "conformsTo", relation.swiftConstraints == nil,
        types[relation.target] != nil
      else { return }
      promises[relation.source, default: []].append(relation.target)
    }
    promised = Set(graph.relationships.filter { $0.sourceOrigin != nil }.map(\.source))
    builders = Set(
      graph.symbols.filter { $0.declaration.first?.spelling == "@resultBuilder" }.map(\.path))
  }

  var symbols: [Symbol] { graph.symbols.compactMap(symbol) }

  private func symbol(_ entry: SymbolGraph.Entry) -> Symbol? {
    guard let kind = entry.kind, let location = entry.location, isForUse(entry),
      let file = file(location.uri)
    else { return nil }
    let fragments = CallPlace.removed(from: entry.declaration)
    let hasPlace = fragments.count < entry.declaration.count
    var declaration = Declaration(fragments, types)
    if kind.isType, kind != .alias { declaration.add(promises(of: entry)) }
    let comment = entry.comment ?? ""
    return Symbol(
      kind, hasPlace ? CallPlace.removed(from: entry.path) : entry.path,
      declaration: declaration.pieces,
      comment: hasPlace ? CallPlace.removed(from: comment) : comment, file: file,
      line: location.position.line + 1)
  }

  private func isForUse(_ entry: SymbolGraph.Entry) -> Bool {
    let isForeign = entry.extendedModule.map { $0 != module } ?? false
    return !entry.path.contains { $0.hasPrefix("_") }
      && !builders.contains(Array(entry.path.dropLast()))
      && !(isForeign && promised.contains(entry.id))
  }

  /// The promises that a type makes, without those that another of them holds.
  private func promises(of entry: SymbolGraph.Entry) -> [Symbol.Target] {
    let all = promises[entry.id] ?? []
    let held = Set(all.flatMap { promises[$0] ?? [] })
    return all.filter { !held.contains($0) }.compactMap { types[$0] }
      .sorted { $0.path.joined(separator: ".") < $1.path.joined(separator: ".") }
  }

  /// A file's path within the package, wherever that stood when it was compiled.
  private func file(_ uri: String) -> String? {
    uri.ranges(of: "/Sources/\(module)/").last.map { String(uri[$0.lowerBound...].dropFirst()) }
  }
}
