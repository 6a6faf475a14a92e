import ArgumentParser

/// The options of the build benchmarks.
struct BuildOptions: ParsableArguments {
  @Option(help: "Course directory for B1 to B4.") var course = "lessons"
  @Option(help: "Number of lessons in the generated course of B5 and B8.") var lessons = 1000
  @Option(help: "Number of different programs in those lessons.") var programs = 20

  @Option(help: "Remote cache through which the shards of B8 share their results.")
  var remoteCache: String?

  func validate() throws {
    if lessons < 4 { throw ValidationError("--lessons must be at least 4") }
    if programs < 0 { throw ValidationError("--programs must not be negative") }
  }
}
