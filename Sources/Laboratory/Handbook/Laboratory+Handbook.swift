internal import Foundation
internal import Glibc
public import Symbols

extension Laboratory {
  /// Returns the public symbols of the modules that a cell can use without an import.
  ///
  /// They are cached until those modules, the compiler or this program change.
  ///
  /// - Throws: A `Fault` if the compiler cannot list them.
  public func handbook() async throws(Fault) -> Handbook {
    let dependencies = installation.handbookDependencies
    if let cached = folder.handbook.value(Cached<Handbook>.self),
      cached.dependencies == dependencies
    {
      return cached.value
    }
    var graphs: [(module: String, graphs: [SymbolGraph])] = []
    for module in Installation.modulesOfCells {
      graphs.append((module, try await self.graphs(of: module)))
    }
    let handbook = Handbook(graphs)
    // If it cannot be written, the next build lists the symbols again.
    try? folder.handbook.store(Cached(dependencies: dependencies, value: handbook))
    return handbook
  }

  /// Returns what is rendered from the handbook, cached until the handbook or another input
  /// changes.
  ///
  /// - Parameters:
  ///   - frame: The inputs other than the handbook.
  ///   - tools: The files of the programs that render it.
  ///   - make: Renders the handbook.
  /// - Returns: The rendered handbook, from the cache or new.
  /// - Throws: A `Fault` if the compiler cannot list the symbols.
  public func renderedHandbook<Rendered: Codable>(
    frame: String, tools: [String], _ make: (Handbook) -> Rendered
  ) async throws(Fault) -> Rendered {
    let dependencies =
      installation.handbookDependencies + tools.map { identity(of: $0) ?? $0 } + [frame]
    if let cached = folder.renderedHandbook.value(Cached<Rendered>.self),
      cached.dependencies == dependencies
    {
      return cached.value
    }
    let rendered = make(try await handbook())
    // If it cannot be written, the next build renders it again.
    try? folder.renderedHandbook.store(Cached(dependencies: dependencies, value: rendered))
    return rendered
  }

  /// Returns the symbol graphs of a module: one for the module itself, and one for each module that
  /// it extends.
  package func graphs(of module: String) async throws(Fault) -> [SymbolGraph] {
    try await ScratchFolder.with(in: scratch) { scratch throws(Fault) in
      let ending = try await compiler.modules.use(
        fallback: scratch.modules, isExplained: { $0 == .exited(0) }
      ) { modules throws(Fault) in try await extractSymbols(module, modules, in: scratch) }
      guard ending == .exited(0) else { throw .unlisted(module, scratch.text(scratch.errors)) }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: scratch.home)) ?? []
      do {
        return try names.filter { $0.hasSuffix(".symbols.json") }.sorted().map {
          try JSONDecoder().decode(SymbolGraph.self, from: scratch.read("\(scratch.home)/\($0)"))
        }
      } catch {
        throw .unlisted(module, "\(error)")
      }
    }
  }
}

extension Laboratory {
  /// Runs `swift symbolgraph-extract` for a module in a scratch folder.
  private func extractSymbols(_ module: String, _ moduleCache: String, in scratch: ScratchFolder)
    async throws(Fault) -> Command.Ending
  {
    try await Command(
      executable: installation.swift,
      arguments: [
        "symbolgraph-extract", "-module-name", module, "-target", installation.target,
        "-module-cache-path", moduleCache, "-output-dir", scratch.home,
        "-minimum-access-level", "public", "-skip-inherited-docs", "-skip-synthesized-members",
      ] + ([installation.modules] + installation.headers).flatMap { ["-I", $0] },
      folder: scratch.home, output: scratch.output, errors: scratch.errors
    ).run()
  }
}

/// A cached value with its dependencies.
private struct Cached<Value: Codable>: Codable {
  var dependencies: [String]
  var value: Value
}

extension Installation {
  /// The modules that a cell can use without an import, in dependency order.
  package static let modulesOfCells = ["Engine", "Charts", "Notebook"]

  /// The compiler's target triple.
  fileprivate var target: String {
    versionOutput.firstMatch(of: /Target: (\S+)/).map { String($0.1) } ?? ""
  }

  /// The identities of the modules' files, the compiler and this program.
  fileprivate var handbookDependencies: [String] {
    let files = Installation.modulesOfCells.flatMap { module in
      ["swiftmodule", "swiftdoc", "swiftsourceinfo"].map { "\(modules)/\(module).\($0)" }
    }
    return [versionOutput] + (files + ["/proc/self/exe"]).map { identity(of: $0) ?? $0 }
  }
}
