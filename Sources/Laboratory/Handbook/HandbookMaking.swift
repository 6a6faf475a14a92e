internal import Foundation
internal import Glibc
public import Symbols

extension Laboratory {
  /// What a cell can use: the public names of the modules that it has without an import.
  ///
  /// It is kept for as long as those modules, the compiler and this program are the same.
  ///
  /// - Throws: What keeps the compiler from listing them.
  public func handbook() async throws(Fault) -> Handbook {
    let causes = installation.causesOfHandbook
    if let kept = folder.handbook.value(Kept<Handbook>.self), kept.causes == causes {
      return kept.value
    }
    var graphs: [(module: String, graphs: [SymbolGraph])] = []
    for module in Installation.modulesOfCells {
      graphs.append((module, try await self.graphs(of: module)))
    }
    let handbook = Handbook(graphs)
    // A disk that refuses makes the next build ask again.
    try? folder.handbook.keep(Kept(causes: causes, value: handbook))
    return handbook
  }

  /// What is made of the handbook, kept for as long as the handbook and all else that goes into it
  /// are the same.
  ///
  /// - Parameters:
  ///   - frame: What goes into it beside the handbook.
  ///   - tools: The files of the programs that make it.
  ///   - make: Makes it.
  /// - Returns: What was made, now or before.
  /// - Throws: What keeps the compiler from listing what a cell can use.
  public func made<Made: Codable>(
    ofHandbookIn frame: String, with tools: [String], _ make: (Handbook) -> Made
  ) async throws(Fault) -> Made {
    let causes = installation.causesOfHandbook + tools.map { identity(of: $0) ?? $0 } + [frame]
    if let kept = folder.handbookMade.value(Kept<Made>.self), kept.causes == causes {
      return kept.value
    }
    let made = make(try await handbook())
    // A disk that refuses makes the next build make it again.
    try? folder.handbookMade.keep(Kept(causes: causes, value: made))
    return made
  }

  /// What the compiler knows of a module: a graph of the module itself, and one for each other
  /// module that it extends.
  package func graphs(of module: String) async throws(Fault) -> [SymbolGraph] {
    try await Scratch.with(in: scratch) { scratch throws(Fault) in
      let ending = try await compiler.modules.use(
        orElse: scratch.modules, isExplained: { $0 == .exited(0) }
      ) { modules throws(Fault) in try await list(module, modules, in: scratch) }
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
  /// Lets the compiler list a module in a scratch folder, system modules being kept in another.
  private func list(_ module: String, _ moduleCache: String, in scratch: Scratch)
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

/// A value that is kept with what it was made of.
private struct Kept<Value: Codable>: Codable {
  var causes: [String]
  var value: Value
}

extension Installation {
  /// The modules that a cell has without an import, those of others before those of ours.
  package static let modulesOfCells = ["Engine", "Charts", "Notebook"]

  /// The kind of machine that the compiler makes code for.
  fileprivate var target: String {
    compilerWords.firstMatch(of: /Target: (\S+)/).map { String($0.1) } ?? ""
  }

  /// The files of the modules, the compiler and this program, which knows how to list them.
  fileprivate var causesOfHandbook: [String] {
    let files = Installation.modulesOfCells.flatMap { module in
      ["swiftmodule", "swiftdoc", "swiftsourceinfo"].map { "\(modules)/\(module).\($0)" }
    }
    return [compilerWords] + (files + ["/proc/self/exe"]).map { identity(of: $0) ?? $0 }
  }
}
