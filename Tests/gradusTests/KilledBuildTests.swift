import Foundation
import Testing

/// Builds that are killed at arbitrary moments.
///
/// `GRADUS_KILLS` is their number; publishing has separate tests.
@Suite struct KilledBuildTests {
  static let rounds =
    ProcessInfo.processInfo.environment["GRADUS_KILLS"].flatMap { Int($0) } ?? 20

  @Test func aKilledBuildLeavesTheOldOrTheNewSite() throws {
    let project = try TestProject([("one", lesson("Words."))])
    func edit(_ round: Int) throws {
      try project.write("lessons/one.md", lesson("Round \(round), $x_\(round % 2)$."))
    }
    func build() throws -> [String: Data] {
      #expect(try project.run("build").exitCode == 0)
      return try project.files(in: "output")
    }
    let start = ContinuousClock.now
    var old = try build()
    let whole = ContinuousClock.now - start
    for round in 1...KilledBuildTests.rounds {
      try edit(round)
      let process = project.process(arguments: ["build"])
      process.standardOutput = nil
      process.standardError = nil
      try process.run()
      // Multiples of the golden ratio are spread evenly over the duration of a build.
      let moment = (Double(round) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
      Thread.sleep(forTimeInterval: moment * (whole / .seconds(1)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let left = try project.files(in: "output")
      let new = try build()
      #expect(left == old || left == new, "killed after \(moment) of a build")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: project.folder.path).sorted()
          == ["lessons", "output"])
      old = new
    }
  }
}
