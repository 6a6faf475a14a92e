import ArgumentParser
import Foundation
import Lessons
import Sharing

/// The options of commands that look for results in a remote cache.
struct RemoteCacheOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Remote cache shared by several machines, or 'off'. (default: as in course.yml)",
      valueName: "url"))
  var remoteCache: String?
  @Flag(help: "Read from the remote cache, but do not write to it.")
  var remoteCacheReadOnly = false

  /// Returns the remote cache that the command line names, or else the course.
  ///
  /// - Parameters:
  ///   - course: The course, if there is one.
  ///   - diagnostics: Receives an error about an invalid address in `course.yml`.
  /// - Returns: The remote cache; nil if neither names one.
  /// - Throws: An exit code if an address on the command line is invalid.
  func remoteCache(of course: Course?, _ diagnostics: inout [Diagnostic]) throws -> RemoteCache? {
    let given = course?.remoteCache
    do throws(Trouble) {
      guard let address = remoteCache ?? given?.url, address != "off" else { return nil }
      return RemoteCache(
        try RemoteAddress(address), .own,
        isReadOnly: remoteCacheReadOnly || (given?.isReadOnly ?? false))
    } catch {
      guard remoteCache == nil, let course, let given else {
        printError("error: \(error.summary)")
        if let help = error.help { printError("help: \(help)") }
        throw ExitCode(64)
      }
      diagnostics.append(
        .error(
          Place(file: course.file, line: given.line), error.summary, help: error.help))
      return nil
    }
  }
}
