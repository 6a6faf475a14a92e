import ArgumentParser
import Laboratory

/// `gradus clean`.
struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Forget all that is kept from one build to the next.",
    usage: "gradus clean [<options>]",
    discussion: """
      The site stays, and so does every file in the cache that Gradus did not make.

      Example: gradus clean --cache /var/tmp/gradus
      """)

  @OptionGroup var course: CourseOptions

  func run() async throws {
    try await orFail { () throws(Fault) in try CacheFolder(course.cacheFolder).clean() }
  }
}
