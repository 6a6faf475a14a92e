import Foundation
import Laboratory
import Testing

/// Folders that killed builds have left.
struct AbandonedTests {
  @Test func theNextBuildRemovesThemAndNothingElse() async throws {
    try await Bench.withFolder { folder in
      let manager = FileManager.default
      let kept = ["gradus-session-held00", "gradus-session-notes", "other"]
      let names = kept + ["gradus-session-abc123"]
      for name in names {
        try manager.createDirectory(
          atPath: "\(folder)/\(name)/home", withIntermediateDirectories: true)
      }
      try Data().write(to: URL(filePath: folder + "/gradus-session-filexx"))
      let held = open(folder + "/gradus-session-held00", O_RDONLY)
      defer { close(held) }
      #expect(flock(held, LOCK_EX) == 0)
      _ = try await Bench.laboratory(scratch: folder).run([Bench.lesson(Bench.cells("print(1)"))])
      #expect(
        try manager.contentsOfDirectory(atPath: folder).sorted()
          == ["gradus-session-filexx"] + kept)
    }
  }

  @Test func aLivingBuildKeepsItsFolders() async throws {
    try await Bench.withFolder { folder in
      let laboratory = try await Bench.laboratory(scratch: folder)
      let mark = folder + "/mark"
      let waiting = try Bench.lesson(
        Bench.cells(
          """
          while !FileManager.default.fileExists(atPath: "\(mark)") { usleep(1000) }
          try "kept".write(toFile: "note", atomically: false, encoding: .utf8)
          """))
      let other = try Bench.lesson(Bench.cells("print(1)"), file: "lessons/other.md")
      let run = Task { await laboratory.run([waiting]) }
      while try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty {
        try await Task.sleep(for: .milliseconds(5))
      }
      _ = await laboratory.run([other])
      #expect(FileManager.default.createFile(atPath: mark, contents: nil))
      #expect(await run.value[0].isComplete)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["mark"])
    }
  }
}
