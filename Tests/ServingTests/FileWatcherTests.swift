import Foundation
import TestSupport
import Testing

@testable import Serving

@Suite struct FileWatcherTests {
  /// A course and a program next to it, with a watcher.
  private final class Fixture {
    let folder: TemporaryFolder
    let watcher: FileWatcher
    let changes: AsyncStream<Set<FileWatcher.Subject>>

    init() throws {
      folder = try TemporaryFolder([
        "course/one.md": "", "course/data/x.csv": "", "course/.gradus/kept": "",
        "course/cache/kept": "", "program/Sources/Engine/Tensor.swift": "",
        "program/Package.swift": "", "program/README.md": "",
      ])
      let (changes, continuation) = AsyncStream<Set<FileWatcher.Subject>>.makeStream()
      self.changes = changes
      let path = { [folder] (name: String) in folder.url.appending(path: name).path }
      watcher = try FileWatcher(
        course: path("course"), package: path("program"), except: [path("course/cache")]
      ) { continuation.yield($0) }
    }

    /// The first report after `change`.
    func firstReport(
      after change: (TemporaryFolder) throws -> Void
    ) async throws -> Set<FileWatcher.Subject> {
      try change(folder)
      return try #require(await changes.first { _ in true })
    }
  }

  /// Changes of files, with the subject that must be reported.
  static let changes:
    [(
      name: String, subject: FileWatcher.Subject, change: @Sendable (TemporaryFolder) throws -> Void
    )] =
      [
        ("written", .course, { try $0.write("course/one.md", "new") }),
        ("new", .course, { try $0.write("course/two.md", "new") }),
        ("below", .course, { try $0.write("course/data/x.csv", "new") }),
        ("in a new folder", .course, { try $0.write("course/pictures/a.svg", "new") }),
        ("linked", .course, { try $0.link("course/three.md", to: "one.md") }),
        (
          "gone", .course,
          { try FileManager.default.removeItem(at: $0.url.appending(path: "course/one.md")) }
        ),
        (
          "moved in", .course,
          {
            try $0.write("draft", "new")
            let from = $0.url.appending(path: "draft").path
            let to = $0.url.appending(path: "course/one.md").path
            #expect(rename(from, to) == 0)
          }
        ),
        ("source", .program, { try $0.write("program/Sources/Engine/Tensor.swift", "new") }),
        ("new source", .program, { try $0.write("program/Sources/New/A.swift", "new") }),
        ("package", .program, { try $0.write("program/Package.swift", "new") }),
        ("script", .program, { try $0.write("program/gradus", "new") }),
      ]

  @Test(arguments: changes.indices)
  func aChangeIsReported(number: Int) async throws {
    let (_, subject, change) = Self.changes[number]
    #expect(try await Fixture().firstReport(after: change) == [subject])
  }

  @Test func aFileInANewFolderIsReported() async throws {
    let fixture = try Fixture()
    #expect(try await fixture.firstReport { try $0.makeFolder("course/later/deep") } == [.course])
    #expect(try await fixture.firstReport { try $0.write("course/later/a.csv", "1") } == [.course])
  }

  @Test func hiddenExcludedAndForeignFilesAreIgnored() async throws {
    let fixture = try Fixture()
    let report = try await fixture.firstReport { folder in
      for path in [
        "course/.gradus/kept", "course/.one.md.swp", "course/one.md~", "course/cache/kept",
        "course/cache/new", "program/README.md", "program/.build/x", "beside.md",
      ] {
        try folder.write(path, "new")
      }
      usleep(200_000)
      try folder.write("program/Package.swift", "new")
    }
    // Only the last change is reported.
    #expect(report == [.program])
  }

  @Test func simultaneousChangesAreReportedOnce() async throws {
    let fixture = try Fixture()
    let report = try await fixture.firstReport {
      try $0.write("course/one.md", "new")
      try $0.write("program/Package.swift", "new")
    }
    #expect(report == [.course, .program])
  }

  @Test func aMissingFolderCannotBeWatched() throws {
    let refusal = #expect(throws: FileWatcher.Refusal.self) {
      try FileWatcher(course: "/nowhere", package: "/nowhere", except: []) { _ in }
    }
    #expect(refusal?.description == "'/nowhere' cannot be watched: No such file or directory")
    #expect(
      FileWatcher.Refusal(folder: "lessons", number: ENOSPC).description == """
        'lessons' cannot be watched: No space left on device
        help: the limits on watched folders are in /proc/sys/fs/inotify
        """)
  }
}
