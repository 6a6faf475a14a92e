import Foundation
import Laboratory
import Testing

/// Scratch folders of killed builds are removed.
struct ScratchFolderCleanupTests {
  @Test func abandonedFoldersAreRemovedAndOthersStay() async throws {
    try await Fixture.withFolder { folder in
      let manager = FileManager.default
      let others = ["gradus-session-held00", "gradus-session-notes", "other"]
      let names = others + ["gradus-session-abc123"]
      for name in names {
        try manager.createDirectory(
          atPath: "\(folder)/\(name)/home", withIntermediateDirectories: true)
      }
      try Data().write(to: URL(filePath: folder + "/gradus-session-filexx"))
      let held = open(folder + "/gradus-session-held00", O_RDONLY)
      defer { close(held) }
      #expect(flock(held, LOCK_EX) == 0)
      _ = try await Fixture.laboratory(scratch: folder).run([
        Fixture.lesson(Fixture.cells("print(1)"))
      ])
      #expect(
        try manager.contentsOfDirectory(atPath: folder).sorted()
          == ["gradus-session-filexx"] + others)
    }
  }

  @Test func foldersOfARunningBuildStay() async throws {
    try await Fixture.withFolder { folder in
      let laboratory = try await Fixture.laboratory(scratch: folder)
      let mark = folder + "/mark"
      let waiting = try Fixture.lesson(
        Fixture.cells(
          """
          while !FileManager.default.fileExists(atPath: "\(mark)") { usleep(1000) }
          try "kept".write(toFile: "note", atomically: false, encoding: .utf8)
          """))
      let other = try Fixture.lesson(Fixture.cells("print(1)"), file: "lessons/other.md")
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
