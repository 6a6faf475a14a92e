import Foundation
import Laboratory
import Testing

/// Whatever is around all sessions makes all of them stale when it changes, and is named.
struct SurroundingsTests {
  /// What makes a lesson stale that ran before, with another installation.
  private func reasons(
    with other: (Kept) async throws -> Installation
  ) async throws -> (reasons: [String], ran: Int) {
    var found: (reasons: [String], ran: Int) = ([], 0)
    try await Kept.with { original in
      let lessons = try ["one", "two"].map {
        try original.lesson(Bench.cells("print(1)"), name: $0)
      }
      _ = try await original.run(lessons[0], lessons[1])
      var kept = original
      kept.installation = try await other(original)
      let all = try await kept.reasons(lessons[0], lessons[1])
      #expect(all[0] == all[1])
      found.reasons = all[0]
      found.ran = try await kept.run(lessons[0]).ran
    }
    return found
  }

  @Test func anotherCompilerRunsEverything() async throws {
    let (reasons, ran) = try await reasons { kept in
      let real = kept.installation.compiler
      try kept.write(
        "bin/swiftc",
        "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'Swift version 9.9'; exit; fi\n"
          + "exec '\(real)' \"$@\"\n")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: kept.folder + "/bin/swiftc")
      return try await Installation.find(
        product: kept.installation.libraries, path: kept.folder + "/bin")
    }
    #expect(reasons.count == 1 && reasons[0].hasPrefix("compiler: Swift version 9.9, was "))
    #expect(ran == 1)
  }

  @Test func otherFlagsRunEverything() async throws {
    let (reasons, ran) = try await reasons { kept in
      let real = kept.installation.libraries
      try kept.write("build/machine", "Any machine\n-c release -Xcc -march=other\n")
      let folder = kept.folder + "/build/any/release"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      for name in try FileManager.default.contentsOfDirectory(atPath: real)
      where name == "libNotebook.so" || name == "keeper" || name == "Modules" {
        try FileManager.default.createSymbolicLink(
          atPath: "\(folder)/\(name)", withDestinationPath: "\(real)/\(name)")
      }
      var installation = kept.installation
      installation.libraries = folder
      return installation
    }
    #expect(reasons.count == 1 && reasons[0].hasPrefix("compiler flags: "))
    #expect(reasons.first?.contains(" release -c release -Xcc -march=other, was ") == true)
    #expect(ran == 1)
  }
}
