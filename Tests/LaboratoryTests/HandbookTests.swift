import Foundation
import Laboratory
import Symbols
import Testing

/// The symbols that the compiler lists for the modules of cells, and their cache.
@Suite struct HandbookTests {
  @Test(arguments: Installation.modulesOfCells)
  func everyPublicSymbolIsDocumented(_ module: String) async throws {
    let graphs = try await Fixture.laboratory().graphs(of: module)
    #expect(!graphs.isEmpty)
    #expect(graphs.flatMap(\.undocumented) == [])
  }

  @Test func theHandbookHasAllThreeModules() async throws {
    let book = try await Fixture.laboratory().handbook()
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

  @Test func everySourceFileExists() async throws {
    let root = try await Fixture.installation.value.root
    for symbol in try await Fixture.laboratory().handbook().chapters.flatMap(\.symbols) {
      #expect(FileManager.default.fileExists(atPath: "\(root)/\(symbol.file)"), "\(symbol.file)")
      #expect(symbol.line > 0 && !symbol.declaration.isEmpty)
    }
  }

  @Test func theHandbookIsCached() async throws {
    try await Fixture.withCache { cache, folder in
      let made = try await Laboratory(Fixture.installation.value, cache: cache).handbook()
      var broken = try await Fixture.installation.value
      let cached = try await Laboratory(broken, cache: cache).handbook()
      #expect(cached == made)
      // With other modules, the cached handbook is stale, and the compiler fails.
      broken.modules = folder
      let fault = await #expect(throws: Fault.self) {
        try await Laboratory(broken, cache: cache).handbook()
      }
      #expect(fault?.kind == .machine)
    }
  }

  @Test func aFailingSymbolExtractionIsReported() async throws {
    try await Fixture.withCache { cache, folder in
      let tool = folder + "/swift"
      try "#!/bin/sh\necho 'error: no such subcommand' >&2\nexit 1\n"
        .write(toFile: tool, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool)
      var installation = try await Fixture.installation.value
      installation.compiler = folder + "/swiftc"
      let laboratory = Laboratory(installation, cache: cache)
      let fault = await #expect(throws: Fault.self) { try await laboratory.handbook() }
      #expect(
        fault?.description == """
          error: cannot list the declarations of Engine: 'swift symbolgraph-extract' failed
          help: error: no such subcommand
          """)
    }
  }
}
