import Foundation
import Laboratory
import Testing

struct PremisesTests {
  @Test func theEngineHasAFingerprintOfEightDigits() async throws {
    try await Kept.with { kept in
      let fingerprint = try await Premises(in: kept.cache).engineFingerprint
      #expect(fingerprint.wholeMatch(of: /[0-9a-f]{8}/) != nil)
    }
  }

  /// Whatever is edited while a build is under way, all of it goes by what it found at first.
  @Test func aBuildGoesByOneStateOfTheEngine() async throws {
    try await Kept.with { original in
      var kept = original
      kept.installation.root = kept.folder + "/package"
      try kept.write("package/Package.swift", "")
      for name in ["Package.swift", "Sources"] {
        let copy = "\(kept.installation.root)/\(name)"
        try? FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(
          atPath: "\(original.installation.root)/\(name)", toPath: copy)
      }
      let lesson = try kept.lesson(StandingTests.body)
      _ = try await kept.run(lesson)
      let premises = try await Premises(of: kept.installation, in: kept.cache)
      let before = Laboratory(premises, cache: kept.cache)
      try kept.write("package/Sources/Engine/New.swift", "")
      _ = await before.run([lesson])
      #expect(before.tally.reused == 1 && before.tally.obstacle == nil)
      #expect(try await before.standings(of: [lesson]).map(\.reasons) == [[]])

      let after = Laboratory(
        try await Premises(of: kept.installation, in: kept.cache), cache: kept.cache)
      _ = await after.run([lesson])
      #expect(after.tally.ran == 1 && after.tally.obstacle != nil)
    }
  }
}
