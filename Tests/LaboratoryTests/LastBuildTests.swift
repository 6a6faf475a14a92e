import Foundation
import Laboratory
import Testing

/// A build is repeated only for a reason.
struct LastBuildTests {
  @Test func nothingStandsBeforeTheFirstBuild() async throws {
    try await Kept.with { kept in
      try kept.write("lessons/a.md", "a")
      #expect(try await !kept.build().stands)
    }
  }

  @Test func aBuildOfTheSameStands() async throws {
    try await afterABuild { (kept) async throws in
      #expect(try await kept.build().stands)
    }
  }

  /// Of the course every file counts, of the site those that builds made.
  @Test(arguments: [
    "lessons/a.md", "lessons/b.md", "lessons/data/x.csv", "site/page.html", "tool",
  ])
  func aFileThatIsOtherIsAReason(_ file: String) async throws {
    try await afterABuild { kept in
      try kept.write(file, "other")
      #expect(try await !kept.build().stands)
    }
  }

  @Test(arguments: ["lessons/.hidden", "site/guest.txt", "elsewhere"])
  func aFileThatMakesNothingIsNone(_ file: String) async throws {
    try await afterABuild { kept in
      try kept.write(file, "other")
      #expect(try await kept.build().stands)
    }
  }

  @Test(arguments: ["lessons/a.md", "site/page.html", "site/.gradus-files"])
  func aFileThatIsGoneIsAReason(_ file: String) async throws {
    try await afterABuild { kept in
      try FileManager.default.removeItem(atPath: "\(kept.folder)/\(file)")
      #expect(try await !kept.build().stands)
    }
  }

  /// A check notes what it found; the next build has to note what stands again.
  @Test func aCheckInBetweenIsAReason() async throws {
    try await afterABuild { kept in
      let lesson = try kept.lesson("```{swift}\nlet a = 1\n```", name: "a")
      let found = try await kept.run(lesson).results
      let build = try await kept.build()
      build.note()
      try History(ofCourse: kept.folder + "/lessons", kept.cache)
        .note([lesson], found, published: false)
      #expect(!build.stands)
    }
  }

  /// Gives `work` a folder in which a build has been made.
  private func afterABuild(_ work: (Kept) async throws -> Void) async throws {
    try await Kept.with { kept in
      for file in ["lessons/a.md", "lessons/data/x.csv", "site/page.html", "tool"] {
        try kept.write(file, "first")
      }
      try kept.write("site/.gradus-files", "page.html\n")
      try await kept.build().note()
      try await work(kept)
    }
  }
}

extension Kept {
  fileprivate func build() async throws -> LastBuild {
    LastBuild(
      of: folder + "/lessons", to: folder + "/site", with: [folder + "/tool"],
      try await Premises(of: installation, in: cache), cache)
  }
}
