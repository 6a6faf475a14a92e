import Foundation
import TestSupport
import Testing

/// `Engine` used as a dependency of another package.
@Suite struct PackageTests {
  @Test func anotherPackageCanTrain() throws {
    let folder = try TemporaryFolder([
      "Package.swift": manifest, "Sources/trainer/main.swift": program,
    ])
    defer { withExtendedLifetime(folder) {} }
    let arguments = ["swift", "run", "--package-path", folder.path, "-c", "debug", "trainer"]
    #expect(try output(of: arguments).hasSuffix("learned\n"))
  }

  /// Runs a command and returns its standard output.
  private func output(of arguments: [String]) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

/// The root folder of this package, which contains `Tests`.
private let package = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private let manifest = """
  // swift-tools-version: 6.2
  import PackageDescription
  let package = Package(
    name: "trainer",
    dependencies: [.package(name: "gradus", path: "\(package.path)")],
    targets: [
      .executableTarget(
        name: "trainer", dependencies: [.product(name: "Engine", package: "gradus")])
    ])
  """

private let program = """
  import Engine

  var generator = SeededGenerator(seed: 1)
  let network = Sequential(
    Linear(64, 32, init: .kaimingNormal(), using: &generator), .relu,
    Linear(32, 10, init: .lecunNormal, using: &generator))
  let (digits, optimiser) = (Digits(), Adam(network.parameters, lr: 0.01))
  for batch in digits.training.batches(of: 32, steps: 60, using: &generator) {
    optimiser.zeroGrad()
    crossEntropy(network(batch.x), batch.y).backward()
    optimiser.step()
  }
  print(accuracy(network(digits.test.x), digits.test.y) > 0.8 ? "learned" : "has not learned")
  """
