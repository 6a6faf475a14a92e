import ArgumentParser
import Laboratory

/// `gradus clean`: deletes the cache.
struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Delete the cache.",
    usage: "gradus clean [<options>]",
    discussion: """
      The site and any files in the cache folder that Gradus did not create are not deleted.

      Example: gradus clean --cache /var/tmp/gradus
      """)

  @OptionGroup var options: CacheOptions

  func run() async throws {
    try await orFail { () throws(Fault) in try CacheFolder(options.cacheFolder).clean() }
  }
}
