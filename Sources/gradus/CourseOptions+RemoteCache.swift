import ArgumentParser
import Foundation
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
