import Foundation
import Laboratory
import Testing

/// A change of the toolchain makes all sessions stale and is reported.
struct ToolchainKeyTests {
  /// The reasons why a lesson is stale after a change of the installation.
  private func reasons(
    with other: (TestCourse) async throws -> Installation
  ) async throws -> (reasons: [String], ran: Int) {
    var found: (reasons: [String], ran: Int) = ([], 0)
    try await TestCourse.with { original in
      let lessons = try ["one", "two"].map {
        try original.lesson(Fixture.cells("print(1)"), name: $0)
      }
      _ = try await original.run(lessons[0], lessons[1])
      var course = original
      course.installation = try await other(original)
      let all = try await course.reasons(lessons[0], lessons[1])
      #expect(all[0] == all[1])
      found.reasons = all[0]
      found.ran = try await course.run(lessons[0]).ran
    }
    return found
  }

  @Test func anotherCompilerMakesEverythingStale() async throws {
    let (reasons, ran) = try await reasons { course in
      let real = course.installation.compiler
      try course.write(
        "bin/swiftc",
        "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'Swift version 9.9'; exit; fi\n"
          + "exec '\(real)' \"$@\"\n")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: course.folder + "/bin/swiftc")
      return try await Installation.find(
        product: course.installation.libraries, path: course.folder + "/bin")
    }
    #expect(reasons.count == 1 && reasons[0].hasPrefix("compiler: Swift version 9.9, was "))
    #expect(ran == 1)
  }

  @Test func otherFlagsMakeEverythingStale() async throws {
    let (reasons, ran) = try await reasons { course in
      let real = course.installation.libraries
      try course.write("build/machine", "Any machine\n-c release -Xcc -march=other\n")
      let folder = course.folder + "/build/any/release"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      for name in try FileManager.default.contentsOfDirectory(atPath: real)
      where name == "libNotebook.so" || name == "keeper" || name == "Modules" {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(name)", withDestinationPath: "\(real)/\(name)")
      }
      var installation = course.installation
      installation.libraries = folder
      return installation
    }
    #expect(reasons.count == 1 && reasons[0].hasPrefix("compiler flags: "))
    #expect(reasons.first?.contains(" release -c release -Xcc -march=other, was ") == true)
    #expect(ran == 1)
  }
}
