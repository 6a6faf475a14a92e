import ArgumentParser
import Foundation
import Laboratory
import Lessons
import Sharing

extension CourseOptions {
  /// Where results are shared with other machines: what the command line says, else the course.
  ///
  /// - Parameters:
  ///   - course: The course, where there is one.
  ///   - diagnostics: Gets what is wrong with an address in `course.yml`.
  /// - Returns: The remote cache; nil where there is none.
  /// - Throws: An exit code where an address on the command line is wrong.
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

/// Says why results are not kept here, or not shared, and how much was run.
func report(_ tally: Tally, obstacle: Fault?, _ remote: RemoteCache?) {
  if let obstacle {
    warn("what was run is not kept: \(obstacle.summary)", help: obstacle.help)
  }
  report(remote)
  if let words = tally.words { printError(words) }
}

/// Says why results are not shared, if they are not.
func report(_ remote: RemoteCache?) {
  for trouble in remote?.troubles ?? [] {
    warn("the remote cache fails: \(trouble.summary)", help: trouble.help)
  }
}

private func warn(_ summary: String, help: String?) {
  printError("warning: \(summary)")
  if let help { printError("help: \(help)") }
}
