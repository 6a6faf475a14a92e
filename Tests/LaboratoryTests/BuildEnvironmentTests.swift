import Foundation
import Laboratory
import Testing

struct BuildEnvironmentTests {
  @Test func theEngineHasAFingerprintOfEightDigits() async throws {
    try await TestCourse.with { course in
      let fingerprint = try await BuildEnvironment(in: course.cache).engineFingerprint
      #expect(fingerprint.wholeMatch(of: /[0-9a-f]{8}/) != nil)
    }
  }

  /// A build uses the sources at its start, even if they are edited meanwhile.
  @Test func aBuildUsesOneStateOfTheEngine() async throws {
    try await TestCourse.with { original in
      var course = original
      course.installation.root = course.folder + "/package"
      try course.write("package/Package.swift", "")
      for name in ["Package.swift", "Sources"] {
        let copy = "\(course.installation.root)/\(name)"
        try? FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(
          atPath: "\(original.installation.root)/\(name)", toPath: copy)
      }
      let lesson = try course.lesson(FreshnessTests.body)
      _ = try await course.run(lesson)
      let buildEnvironment = try await BuildEnvironment(of: course.installation, in: course.cache)
      let before = Laboratory(buildEnvironment, cache: course.cache)
      try course.write("package/Sources/Engine/New.swift", "")
      _ = await before.run([lesson])
      #expect(before.runCounts.reused == 1 && before.runCounts.cacheFailure == nil)
      #expect(try await before.freshness(of: [lesson]).map(\.reasons) == [[]])

      let after = Laboratory(
        try await BuildEnvironment(of: course.installation, in: course.cache), cache: course.cache)
      _ = await after.run([lesson])
      #expect(after.runCounts.ran == 1 && after.runCounts.cacheFailure != nil)
    }
  }
}
