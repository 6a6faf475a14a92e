import Foundation
import Laboratory
import Testing

/// The last build is up to date until an input or output changes.
struct LastBuildTests {
  @Test func nothingIsUpToDateBeforeTheFirstBuild() async throws {
    try await TestCourse.with { course in
      try course.write("lessons/a.md", "a")
      #expect(try await !course.build().isUpToDate)
    }
  }

  @Test func anUnchangedBuildIsUpToDate() async throws {
    try await afterABuild { (course) async throws in
      #expect(try await course.build().isUpToDate)
    }
  }

  /// All files of the course count, and the files of the site that builds created.
  @Test(arguments: [
    "lessons/a.md", "lessons/b.md", "lessons/data/x.csv", "site/page.html", "tool",
  ])
  func aChangedFileMakesTheBuildStale(_ file: String) async throws {
    try await afterABuild { course in
      try course.write(file, "other")
      #expect(try await !course.build().isUpToDate)
    }
  }

  @Test(arguments: ["lessons/.hidden", "site/guest.txt", "elsewhere"])
  func hiddenAndForeignFilesAreIgnored(_ file: String) async throws {
    try await afterABuild { course in
      try course.write(file, "other")
      #expect(try await course.build().isUpToDate)
    }
  }

  @Test(arguments: ["lessons/a.md", "site/page.html", "site/.gradus-files"])
  func aMissingFileMakesTheBuildStale(_ file: String) async throws {
    try await afterABuild { course in
      try FileManager.default.removeItem(atPath: "\(course.folder)/\(file)")
      #expect(try await !course.build().isUpToDate)
    }
  }

  /// A check changes the build history, which the next build has to update.
  @Test func aCheckMakesTheBuildStale() async throws {
    try await afterABuild { course in
      let lesson = try course.lesson("```{swift}\nlet a = 1\n```", name: "a")
      let found = try await course.run(lesson).results
      let build = try await course.build()
      build.note()
      try BuildHistory(ofCourse: course.folder + "/lessons", course.cache)
        .note([lesson], found, published: false)
      #expect(!build.isUpToDate)
    }
  }

  /// Calls `work` with a folder after a build.
  private func afterABuild(_ work: (TestCourse) async throws -> Void) async throws {
    try await TestCourse.with { course in
      for file in ["lessons/a.md", "lessons/data/x.csv", "site/page.html", "tool"] {
        try course.write(file, "first")
      }
      try course.write("site/.gradus-files", "page.html\n")
      try await course.build().note()
      try await work(course)
    }
  }
}

extension TestCourse {
  fileprivate func build() async throws -> LastBuild {
    LastBuild(
      of: folder + "/lessons", to: folder + "/site", with: [folder + "/tool"],
      in: try await BuildEnvironment(of: installation, in: cache), cache: cache)
  }
}
