import Foundation
import Laboratory
import Lessons
import Testing

/// Damaged system modules are compiled again.
struct ModuleCacheTests {
  static let damages: [(name: String, harm: @Sendable ([String]) throws -> Void)] = [
    (
      "cut short",
      { files in for file in files { try FileManager.default.truncate(file, to: 1000) } }
    ),
    ("empty", { files in for file in files { try FileManager.default.truncate(file, to: 0) } }),
    (
      "zeros",
      { files in
        for file in files {
          let size = try Data(contentsOf: URL(filePath: file)).count
          try Data(count: size).write(to: URL(filePath: file))
        }
      }
    ),
    (
      "swapped",
      { files in
        let contents = try files.map { try Data(contentsOf: URL(filePath: $0)) }
        for (file, content) in zip(files, contents.dropFirst() + contents.prefix(1)) {
          try content.write(to: URL(filePath: file))
        }
      }
    ),
    (
      "a few bits",
      { files in
        for file in files {
          var data = try Data(contentsOf: URL(filePath: file))
          for place in stride(from: 4000, to: data.count, by: 5000) { data[place] ^= 0x10 }
          try data.write(to: URL(filePath: file))
        }
      }
    ),
    (
      "folders",
      { files in
        for file in files {
          try FileManager.default.removeItem(atPath: file)
          try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)
        }
      }
    ),
    (
      "gone",
      { files in for file in files.prefix(2) { try FileManager.default.removeItem(atPath: file) } }
    ),
  ]

  /// Two sessions, which are compiled at the same time; one imports a damaged module itself.
  static let body =
    Fixture.cells("import Glibc\nprint(sqrt(2.0), Tensor([1, 2]).shape)")
    + Fixture.cell("session: other", "print(Date.distantPast < Date.distantFuture)")

  @Test func damagedModulesAreCompiledAgain() async throws {
    try await Fixture.withFolder { folder in
      let cache = CacheFolder(folder + "/cache")
      let lesson = try Fixture.lesson(Self.body)
      func run() async throws -> [String] {
        // A new laboratory each time, as in another build.
        let laboratory = Laboratory(
          try await Fixture.installation.value, cache: cache, usesRunCache: false, jobs: 2)
        let found = await laboratory.run([lesson])[0]
        #expect(found.faults == [] && found.diagnostics == [])
        return found.records.texts
      }
      let expected = try await run()
      #expect(expected.count == 2)
      for (name, harm) in Self.damages {
        let whole = try Self.modules(of: cache)
        #expect(whole.count > 5)
        try harm(whole.keys.sorted())
        #expect(try await run() == expected, "\(name)")
        // The cache is intact now, so the next build changes nothing.
        let mended = try Self.modules(of: cache)
        #expect(Set(mended.keys) == Set(whole.keys), "\(name)")
        #expect(try await run() == expected, "\(name)")
        #expect(try Self.modules(of: cache) == mended, "\(name)")
      }
    }
  }

  /// Damage during a build is noticed by the compiler, not by the check at the start.
  @Test func damageDuringABuildIsRepaired() async throws {
    try await Fixture.withFolder { folder in
      let cache = CacheFolder(folder + "/cache")
      let lesson = try Fixture.lesson(Self.body)
      let laboratory = Laboratory(
        try await Fixture.installation.value, cache: cache, usesRunCache: false, jobs: 2)
      let expected = await laboratory.run([lesson])[0]
      #expect(expected.isComplete)
      for file in try Self.modules(of: cache).keys {
        try FileManager.default.truncate(file, to: 1000)
      }
      #expect(await laboratory.run([lesson])[0] == expected)
      #expect(await laboratory.run([lesson])[0] == expected)
    }
  }

  /// The modules, with their contents.
  private static func modules(of cache: CacheFolder) throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: cache.modules)?.compactMap { $0 as? String }
    return try (names ?? []).filter { $0.hasSuffix(".pcm") }.reduce(into: [:]) { files, name in
      let file = "\(cache.modules)/\(name)"
      files[file] = try Data(contentsOf: URL(filePath: file))
    }
  }
}

extension FileManager {
  fileprivate func truncate(_ file: String, to size: UInt64) throws {
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    try handle.truncate(atOffset: size)
    try handle.close()
  }
}
