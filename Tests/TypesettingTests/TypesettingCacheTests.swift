import Foundation
import Markup
import Testing
import Typesetting

@Suite struct TypesettingCacheTests {
  private static let formulas = ["x", "x^2", "\\frac{a}\n{b}", "中", "𝔸", "a<b", "x'"]
  private static let code = "let a = \"<b> 😀\" // & c"

  private func render(_ typesetter: Typesetter) throws -> [HTML] {
    try Self.formulas.flatMap {
      [try typesetter.formula($0, display: false), try typesetter.formula($0, display: true)]
    } + ["swift", "sh"].compactMap { typesetter.highlighted(Self.code, language: $0) }
  }

  private func file(in folder: String) -> URL { URL(filePath: folder + "/typesetting") }

  @Test("a hit equals the rendered result and starts no engine")
  func hits() async throws {
    try await TypesettingFixture.withFolder { folder in
      let plain = try Typesetter()
      let expected = try render(plain)
      #expect(plain.engineStarts == 2)
      let first = try Typesetter(cache: folder + "/new/cache")
      #expect(try render(first) == expected && render(first) == expected)
      #expect(first.engineStarts == 2)
      let second = try Typesetter(cache: folder + "/new/cache")
      #expect(try render(second) == expected)
      #expect(second.engineStarts == 0)
    }
  }

  @Test("a miss starts only the engine it needs")
  func misses() async throws {
    try await TypesettingFixture.withFolder { folder in
      _ = try render(Typesetter(cache: folder))
      let typesetter = try Typesetter(cache: folder)
      _ = try render(typesetter)
      _ = typesetter.highlighted("let b = 2", language: "rust")
      #expect(typesetter.engineStarts == 0)
      _ = try typesetter.formula("new", display: false)
      #expect(typesetter.engineStarts == 1)
      _ = typesetter.highlighted("new", language: "swift")
      #expect(typesetter.engineStarts == 2)
      _ = try typesetter.formula("newer", display: false)
      #expect(typesetter.engineStarts == 2)
    }
  }

  @Test("the mode, language and library are part of the key")
  func keys() async throws {
    try await TypesettingFixture.withFolder { folder in
      let typesetter = try Typesetter(cache: folder)
      let line = try typesetter.formula("x", display: false)
      #expect(try typesetter.formula("x", display: true) != line)
      let swift = typesetter.highlighted("let # x", language: "swift")
      #expect(typesetter.highlighted("let # x", language: "sh") != swift)

      let root = folder + "/root"
      try SystemPackagesTests.copy(to: root) { $0.replacing("katex-html", with: "katex-other") }
      let other = Typesetter(try SystemPackages.installed(root: root), cache: folder)
      #expect(try other.formula("x", display: false).text.contains("katex-other"))
      #expect(try Typesetter(cache: folder).formula("x", display: false) == line)
    }
  }

  @Test("damaged entries are misses and are stored again", arguments: 0..<30)
  func damage(_ seed: UInt64) async throws {
    try await TypesettingFixture.withFolder { folder in
      let expected = try render(Typesetter(cache: folder))
      var random = SplitMix(state: seed)
      var bytes = Array(try Data(contentsOf: file(in: folder)))
      for _ in 0..<3 { Self.damage(&bytes, using: &random) }
      try Data(bytes).write(to: file(in: folder))
      let typesetter = try Typesetter(cache: folder)
      #expect(try render(typesetter) == expected)
      #expect(typesetter.engineStarts > 0)
      let repaired = try Typesetter(cache: folder)
      #expect(try render(repaired) == expected)
      #expect(repaired.engineStarts == 0)
    }
  }

  /// Changes, removes or adds bytes at a random position.
  private static func damage(_ bytes: inout [UInt8], using random: inout SplitMix) {
    let position = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes[position] ^= UInt8.random(in: 1...255, using: &random)
    case 1: bytes.removeSubrange(position...min(position + 100, bytes.count - 1))
    default: bytes.insert(contentsOf: Array("\u{1E}<script>".utf8), at: position)
    }
  }

  @Test("an entry whose digest does not match is a miss")
  func wrongDigest() async throws {
    try await TypesettingFixture.withFolder { folder in
      let expected = try render(Typesetter(cache: folder))
      let text = try String(contentsOf: file(in: folder), encoding: .utf8)
      try text.replacing("katex-html", with: "katex-evil")
        .write(to: file(in: folder), atomically: false, encoding: .utf8)
      #expect(try render(Typesetter(cache: folder)) == expected)
    }
  }

  @Test("an unusable cache directory or file does not change results")
  func unusable() async throws {
    try await TypesettingFixture.withFolder { folder in
      let expected = try render(Typesetter())
      try FileManager.default.createDirectory(
        atPath: folder + "/a/typesetting", withIntermediateDirectories: true)
      for cache in ["/proc/none", folder + "/a", "/dev/null"] {
        #expect(try render(Typesetter(cache: cache)) == expected, "\(cache)")
      }
      try Data(repeating: 0x1E, count: 10_000).write(to: file(in: folder))
      #expect(try render(Typesetter(cache: folder)) == expected)
    }
  }

  @Test("concurrent use of one cache does not damage it")
  func concurrentUse() async throws {
    try await TypesettingFixture.withFolder { folder in
      let expected = try render(Typesetter())
      let typesetters = try (0..<3).map { _ in try Typesetter(cache: folder) }
      try await withThrowingTaskGroup { group in
        for typesetter in typesetters { group.addTask { try render(typesetter) } }
        for try await markup in group { #expect(markup == expected) }
      }
      let later = try Typesetter(cache: folder)
      #expect(try render(later) == expected)
      #expect(later.engineStarts == 0)
    }
  }
}
