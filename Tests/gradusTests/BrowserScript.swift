import Foundation
import TestSupport
import Testing

/// Runs the scripts of `Browser`, which check pages in Chromium.
enum BrowserScript {
  static let root = URL(filePath: #filePath).appending(path: "../../..").standardized
  private static let python = root.appending(path: ".build-tests/browser/bin/python")

  /// Runs a script and returns the problems that it prints, one per line.
  static func problems(_ name: String, _ arguments: [String]) throws -> [String] {
    let scripts = try #require(Bundle.module.url(forResource: "Browser", withExtension: nil))
    try #require(
      FileManager.default.isExecutableFile(atPath: python.path),
      "Python's packages are missing: ./gradus test installs them")
    let process = Process()
    process.executableURL = python
    process.arguments = [scripts.appending(path: name).path] + arguments
    let output = Pipe()
    let folder = try TemporaryFolder(["errors": ""])
    defer { withExtendedLifetime(folder) {} }
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: folder.url.appending(path: "errors"))
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let problems = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    // The status is also 1 if Python itself fails, but then no problem is listed.
    let message = try folder.read("errors")
    #expect(process.terminationStatus == (problems.isEmpty ? 0 : 1), "\(message)")
    return problems
  }
}
