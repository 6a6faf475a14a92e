internal import Foundation

/// What the last build of a course was made of, and the site that it left: while both are as they
/// were, another build would change nothing.
///
/// Only a build that had nothing to say is noted, since the next one would have to say it again.
package struct LastBuild {
  private let file: SealedFile
  private let history: SealedFile
  private let causes: Data
  private let output: String

  /// The build that is about to be made.
  ///
  /// - Parameters:
  ///   - course: The course's folder; all files below it count, but hidden ones.
  ///   - output: The site's folder.
  ///   - tools: The files of the program and of what it sets pages with.
  ///   - premises: The machine and the engine.
  ///   - cache: Where runs are kept.
  ///   - server: Where runs are shared, if the command line says so.
  package init(
    of course: String, to output: String, with tools: [String], _ premises: Premises,
    _ cache: CacheFolder, sharing server: String? = nil
  ) {
    self.output = output
    file = cache.lastBuild(ofCourse: course, to: output)
    history = cache.history(ofCourse: course)
    causes = Data(
      """
      \(course) \(server ?? "")
      \(tools.map { identity(of: $0) ?? $0 })
      \(String(decoding: json(premises.surroundings), as: UTF8.self))
      \(contentDigest(of: filesBelow(".", in: course), in: course))

      """.utf8)
  }

  /// Whether the last build was made of the same, and left what stands.
  package var stands: Bool { file.read().map { $0 == whole } ?? false }

  /// Notes that this build has been made, and its site put in place.
  ///
  /// A disk that refuses makes the next build do all again.
  package func note() { try? file.write(whole) }

  /// Causes and effects.
  private var whole: Data {
    // A check in between leaves its mark in the history, which a build then has to wipe out.
    let past = contentDigest(of: history.path) ?? ""
    return causes + Data("\(past)\n\(contentDigest(of: made, in: output))\n".utf8)
  }

  /// The files in the site's folder that builds made, by their own list there.
  private var made: [String] {
    let list = FileManager.default.contents(atPath: "\(output)/.gradus-files") ?? Data()
    return String(decoding: list, as: UTF8.self).split(separator: "\n").map {
      String($0).replacing("%0A", with: "\n").replacing("%25", with: "%")
    }
  }
}
