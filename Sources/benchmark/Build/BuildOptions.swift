import ArgumentParser

/// What a benchmark of builds is given.
struct BuildOptions: ParsableArguments {
  @Option(help: "The course of B1 to B4.") var course = "lessons"
  @Option(help: "How many lessons the generated course of B5 and B8 has.") var lessons = 1000
  @Option(help: "How many different programs those lessons have.") var programs = 20

  @Option(help: "The address of a server through which the shards of B8 share their results.")
  var remoteCache: String?

  func validate() throws {
    if lessons < 4 { throw ValidationError("--lessons must be at least 4") }
    if programs < 0 { throw ValidationError("--programs must not be negative") }
  }
}
