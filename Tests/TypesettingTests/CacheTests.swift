import Foundation
import Markup
import Testing
import Typesetting

@Suite struct CacheTests {
  private static let formulas = ["x", "x^2", "\\frac{a}\n{b}", "中", "𝔸", "a<b", "x'"]
  private static let code = "let a = \"<b> 😀\" // & c"

  private func set(_ typesetter: Typesetter) throws -> [HTML] {
    try Self.formulas.flatMap {
      [try typesetter.formula($0, display: false), try typesetter.formula($0, display: true)]
    } + ["swift", "sh"].compactMap { typesetter.highlighted(Self.code, language: $0) }
  }

  private func file(in folder: String) -> URL { URL(filePath: folder + "/typesetting") }

  @Test("what is kept is what was set, and starts no engine")
  func same() async throws {
    try await Workbench.withFolder { folder in
      let plain = try Typesetter()
      let expected = try set(plain)
      #expect(plain.starts == 2)
      let first = try Typesetter(cache: folder + "/made/here")
      #expect(try set(first) == expected && set(first) == expected)
      #expect(first.starts == 2)
      let second = try Typesetter(cache: folder + "/made/here")
      #expect(try set(second) == expected)
      #expect(second.starts == 0)
    }
  }

  @Test("only what is new starts an engine, and only its own")
  func new() async throws {
    try await Workbench.withFolder { folder in
      _ = try set(Typesetter(cache: folder))
      let typesetter = try Typesetter(cache: folder)
      _ = try set(typesetter)
      _ = typesetter.highlighted("let b = 2", language: "rust")
      #expect(typesetter.starts == 0)
      _ = try typesetter.formula("new", display: false)
      #expect(typesetter.starts == 1)
      _ = typesetter.highlighted("new", language: "swift")
      #expect(typesetter.starts == 2)
      _ = try typesetter.formula("newer", display: false)
      #expect(typesetter.starts == 2)
    }
  }

  @Test("another mode, another language or another library is another entry")
  func keys() async throws {
    try await Workbench.withFolder { folder in
      let typesetter = try Typesetter(cache: folder)
      let line = try typesetter.formula("x", display: false)
      #expect(try typesetter.formula("x", display: true) != line)
      let swift = typesetter.highlighted("let # x", language: "swift")
      #expect(typesetter.highlighted("let # x", language: "sh") != swift)

      let root = folder + "/root"
      try PackagesTests.copy(to: root) { $0.replacing("katex-html", with: "katex-other") }
      let other = Typesetter(try Packages.installed(root: root), cache: folder)
      #expect(try other.formula("x", display: false).text.contains("katex-other"))
      #expect(try Typesetter(cache: folder).formula("x", display: false) == line)
    }
  }

  @Test("any damage is a miss, and what is set anew is kept again", arguments: 0..<30)
  func damage(_ seed: UInt64) async throws {
    try await Workbench.withFolder { folder in
      let expected = try set(Typesetter(cache: folder))
      var random = SplitMix(state: seed)
      var bytes = Array(try Data(contentsOf: file(in: folder)))
      for _ in 0..<3 { Self.damage(&bytes, using: &random) }
      try Data(bytes).write(to: file(in: folder))
      let typesetter = try Typesetter(cache: folder)
      #expect(try set(typesetter) == expected)
      #expect(typesetter.starts > 0)
      let healed = try Typesetter(cache: folder)
      #expect(try set(healed) == expected)
      #expect(healed.starts == 0)
    }
  }

  /// Changes, removes or adds bytes inside some entry.
  private static func damage(_ bytes: inout [UInt8], using random: inout SplitMix) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: bytes[place] ^= UInt8.random(in: 1...255, using: &random)
    case 1: bytes.removeSubrange(place...min(place + 100, bytes.count - 1))
    default: bytes.insert(contentsOf: Array("\u{1E}<script>".utf8), at: place)
    }
  }

  @Test("an entry whose text was changed by hand is not believed")
  func forged() async throws {
    try await Workbench.withFolder { folder in
      let expected = try set(Typesetter(cache: folder))
      let text = try String(contentsOf: file(in: folder), encoding: .utf8)
      try text.replacing("katex-html", with: "katex-evil")
        .write(to: file(in: folder), atomically: false, encoding: .utf8)
      #expect(try set(Typesetter(cache: folder)) == expected)
    }
  }

  @Test("a folder that cannot be written, or a file that is none, only costs time")
  func refused() async throws {
    try await Workbench.withFolder { folder in
      let expected = try set(Typesetter())
      try FileManager.default.createDirectory(
        atPath: folder + "/a/typesetting", withIntermediateDirectories: true)
      for cache in ["/proc/none", folder + "/a", "/dev/null"] {
        #expect(try set(Typesetter(cache: cache)) == expected, "\(cache)")
      }
      try Data(repeating: 0x1E, count: 10_000).write(to: file(in: folder))
      #expect(try set(Typesetter(cache: folder)) == expected)
    }
  }

  @Test("two builds that share a cache leave it whole")
  func shared() async throws {
    try await Workbench.withFolder { folder in
      let expected = try set(Typesetter())
      let typesetters = try (0..<3).map { _ in try Typesetter(cache: folder) }
      try await withThrowingTaskGroup { group in
        for typesetter in typesetters { group.addTask { try set(typesetter) } }
        for try await markup in group { #expect(markup == expected) }
      }
      let later = try Typesetter(cache: folder)
      #expect(try set(later) == expected)
      #expect(later.starts == 0)
    }
  }
}
