import Foundation
import Laboratory
import Symbols
import Testing

/// What the compiler lists of the modules that a cell has, and how that is kept.
@Suite struct HandbookTests {
  @Test(arguments: Installation.modulesOfCells)
  func everyPublicNameOfTheModuleSaysWhatItIs(_ module: String) async throws {
    let graphs = try await Bench.laboratory().graphs(of: module)
    #expect(!graphs.isEmpty)
    #expect(graphs.flatMap(\.undocumented) == [])
  }

  @Test func aCellCanUseTheEngineTheChartsAndTheNotebook() async throws {
    let book = try await Bench.laboratory().handbook()
    #expect(book.chapters.map(\.module) == ["Engine", "Charts", "Notebook"])
    let wanted = [
      ["Tensor", "Linear.weight", "crossEntropy(_:_:reduction:)", "Tensor.relu()"],
      ["Chart", "LineMark.init(x:y:series:)"], ["claim(_:holds:_:)", "Measurable"],
    ]
    for (chapter, names) in zip(book.chapters, wanted) {
      let found = Set(chapter.symbols.map(\.fullName))
      #expect(found.isSuperset(of: names), "\(chapter.module)")
    }
  }

  /// Whoever notes one of them in a comment finds it.
  @Test func everyFileNamedIsThere() async throws {
    let root = try await Bench.installation.value.root
    for symbol in try await Bench.laboratory().handbook().chapters.flatMap(\.symbols) {
      #expect(FileManager.default.fileExists(atPath: "\(root)/\(symbol.file)"), "\(symbol.file)")
      #expect(symbol.line > 0 && !symbol.declaration.isEmpty)
    }
  }

  @Test func itIsMadeOnceAndThenKept() async throws {
    try await Bench.withCache { cache, folder in
      let made = try await Laboratory(Bench.installation.value, cache: cache).handbook()
      var broken = try await Bench.installation.value
      let kept = try await Laboratory(broken, cache: cache).handbook()
      #expect(kept == made)
      // Without what it was made of, a kept one is no answer, and no compiler another.
      broken.modules = folder
      let fault = await #expect(throws: Fault.self) {
        try await Laboratory(broken, cache: cache).handbook()
      }
      #expect(fault?.kind == .machine)
    }
  }

  @Test func aCompilerThatCannotListThemIsNamed() async throws {
    try await Bench.withCache { cache, folder in
      let tool = folder + "/swift"
      try "#!/bin/sh\necho 'error: no such subcommand' >&2\nexit 1\n"
        .write(toFile: tool, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool)
      var installation = try await Bench.installation.value
      installation.compiler = folder + "/swiftc"
      let laboratory = Laboratory(installation, cache: cache)
      let fault = await #expect(throws: Fault.self) { try await laboratory.handbook() }
      #expect(
        fault?.description == """
          error: what a cell can use of Engine cannot be listed: 'swift symbolgraph-extract' fails
          help: error: no such subcommand
          """)
    }
  }
}
