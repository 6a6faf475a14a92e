import Foundation
import Testing

@testable import Serving

@Suite struct WatchTests {
  /// A course, a program beside it, and what the watch says of them.
  private final class Scene {
    let shop: Shop
    let watch: Watch
    let changes: AsyncStream<Set<Watch.Subject>>

    init() throws {
      shop = try Shop([
        "course/one.md": "", "course/data/x.csv": "", "course/.gradus/kept": "",
        "course/cache/kept": "", "program/Sources/Engine/Tensor.swift": "",
        "program/Package.swift": "", "program/README.md": "",
      ])
      let (changes, continuation) = AsyncStream<Set<Watch.Subject>>.makeStream()
      self.changes = changes
      let path = { [shop] (name: String) in shop.folder.appending(path: name).path }
      watch = try Watch(
        course: path("course"), package: path("program"), except: [path("course/cache")]
      ) { continuation.yield($0) }
    }

    /// What is said first after `change`.
    func told(_ change: (Shop) throws -> Void) async throws -> Set<Watch.Subject> {
      try change(shop)
      return try #require(await changes.first { _ in true })
    }
  }

  /// Changes of files, by what they concern.
  static let changes:
    [(name: String, subject: Watch.Subject, change: @Sendable (Shop) throws -> Void)] =
      [
        ("written", .course, { try $0.write("course/one.md", "new") }),
        ("new", .course, { try $0.write("course/two.md", "new") }),
        ("below", .course, { try $0.write("course/data/x.csv", "new") }),
        ("in a new folder", .course, { try $0.write("course/pictures/a.svg", "new") }),
        ("linked", .course, { try $0.link("course/three.md", to: "one.md") }),
        (
          "gone", .course,
          { try FileManager.default.removeItem(at: $0.folder.appending(path: "course/one.md")) }
        ),
        (
          "moved in", .course,
          {
            try $0.write("draft", "new")
            let from = "draft"
            let to = "course/one.md"
            #expect(
              rename($0.folder.appending(path: from).path, $0.folder.appending(path: to).path) == 0)
          }
        ),
        ("source", .program, { try $0.write("program/Sources/Engine/Tensor.swift", "new") }),
        ("new source", .program, { try $0.write("program/Sources/New/A.swift", "new") }),
        ("package", .program, { try $0.write("program/Package.swift", "new") }),
        ("script", .program, { try $0.write("program/gradus", "new") }),
      ]

  @Test(arguments: changes.indices)
  func aChangeIsNoticed(number: Int) async throws {
    let (_, subject, change) = Self.changes[number]
    #expect(try await Scene().told(change) == [subject])
  }

  @Test func aFileInAFolderThatCameLaterIsNoticed() async throws {
    let scene = try Scene()
    #expect(try await scene.told { try $0.makeFolder("course/later/deep") } == [.course])
    #expect(try await scene.told { try $0.write("course/later/a.csv", "1") } == [.course])
  }

  @Test func whatIsHiddenOrExcludedOrOfNobodyIsNot() async throws {
    let scene = try Scene()
    let told = try await scene.told { shop in
      for path in [
        "course/.gradus/kept", "course/.one.md.swp", "course/one.md~", "course/cache/kept",
        "course/cache/new", "program/README.md", "program/.build/x", "beside.md",
      ] {
        try shop.write(path, "new")
      }
      usleep(200_000)
      try shop.write("program/Package.swift", "new")
    }
    // The first that is heard of is the last that happened.
    #expect(told == [.program])
  }

  @Test func whatChangesTogetherIsToldOnce() async throws {
    let scene = try Scene()
    let told = try await scene.told {
      try $0.write("course/one.md", "new")
      try $0.write("program/Package.swift", "new")
    }
    #expect(told == [.course, .program])
  }

  @Test func aFolderThatIsNotThereCannotBeWatched() throws {
    let refusal = #expect(throws: Watch.Refusal.self) {
      try Watch(course: "/nowhere", package: "/nowhere", except: []) { _ in }
    }
    #expect(refusal?.description == "'/nowhere' cannot be watched: No such file or directory")
    #expect(
      Watch.Refusal(folder: "lessons", number: ENOSPC).description == """
        'lessons' cannot be watched: No space left on device
        help: /proc/sys/fs/inotify says how many folders may be watched
        """)
  }
}
