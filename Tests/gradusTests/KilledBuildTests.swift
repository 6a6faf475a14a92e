import Foundation
import Testing

/// A build that is killed at any moment, from outside.
///
/// `GRADUS_KILLS` says how many of them; the publishing step alone has tests of its own.
@Suite struct KilledBuildTests {
  static let rounds =
    ProcessInfo.processInfo.environment["GRADUS_KILLS"].flatMap { Int($0) } ?? 20

  @Test func leavesTheOldSiteOrTheNewAndTheNextBuildSucceeds() throws {
    let workshop = try Workshop([("one", lesson("Words."))])
    func edit(_ edition: Int) throws {
      try workshop.write("lessons/one.md", lesson("Edition \(edition), $x_\(edition % 2)$."))
    }
    func build() throws -> [String: Data] {
      #expect(try workshop.run("build").exitCode == 0)
      return try workshop.files(in: "output")
    }
    let start = ContinuousClock.now
    var old = try build()
    let whole = ContinuousClock.now - start
    for round in 1...KilledBuildTests.rounds {
      try edit(round)
      let process = workshop.process(arguments: ["build"])
      (process.standardOutput, process.standardError) = (nil, nil)
      try process.run()
      // Multiples of the golden ratio spread over the whole build without any pattern.
      let moment = (Double(round) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
      Thread.sleep(forTimeInterval: moment * (whole / .seconds(1)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let left = try workshop.files(in: "output")
      let new = try build()
      #expect(left == old || left == new, "killed after \(moment) of a build")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: workshop.folder.path).sorted()
          == ["lessons", "output"])
      old = new
    }
  }
}
