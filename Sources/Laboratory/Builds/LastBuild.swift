internal import Foundation

/// The inputs and outputs of the last build of a course: while both are unchanged, the build is up
/// to date.
///
/// Only a build without diagnostics is recorded, since the next build has to report them again.
package struct LastBuild {
  private let file: ChecksummedFile
  private let history: ChecksummedFile
  private let inputs: Data
  private let output: String

  /// Creates the record of the build that is about to start.
  ///
  /// - Parameters:
  ///   - course: The course's folder; all files in it count, except hidden ones.
  ///   - output: The output folder.
  ///   - tools: The files of the program and of its typesetting tools.
  ///   - buildEnvironment: The machine and the engine at the start of the build.
  ///   - cache: The cache folder.
  ///   - server: The remote cache of the command line, if any.
  package init(
    of course: String, to output: String, with tools: [String],
    in buildEnvironment: BuildEnvironment,
    cache: CacheFolder, sharing server: String? = nil
  ) {
    self.output = output
    file = cache.lastBuild(ofCourse: course, to: output)
    history = cache.history(ofCourse: course)
    inputs = Data(
      """
      \(course) \(server ?? "")
      \(tools.map { identity(of: $0) ?? $0 })
      \(String(decoding: json(buildEnvironment.toolchain), as: UTF8.self))
      \(contentDigest(of: filesBelow(".", in: course), in: course))

      """.utf8)
  }

  /// Whether the inputs and outputs of the last build are unchanged.
  package var isUpToDate: Bool { file.read().map { $0 == state } ?? false }

  /// Records this build, whose site has been published.
  ///
  /// If it cannot be written, the next build starts from scratch.
  package func note() { try? file.write(state) }

  /// The inputs and outputs, as text.
  private var state: Data {
    // A check since then changes the build history, which the next build has to update.
    let past = contentDigest(of: history.path) ?? ""
    return inputs + Data("\(past)\n\(contentDigest(of: outputFiles, in: output))\n".utf8)
  }

  /// The files in the output folder that builds created, from their list there.
  private var outputFiles: [String] {
    let list = FileManager.default.contents(atPath: "\(output)/.gradus-files") ?? Data()
    return String(decoding: list, as: UTF8.self).split(separator: "\n").map {
      String($0).replacing("%0A", with: "\n").replacing("%25", with: "%")
    }
  }
}
