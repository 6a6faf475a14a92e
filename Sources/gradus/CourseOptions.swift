import ArgumentParser

/// The lessons that a command is about.
struct LessonArguments: ParsableArguments {
  @Argument(help: "Only these lessons: their files' names, with or without folder and '.md'.")
  var lessons: [String] = []
}

/// What all commands that look at a course take.
struct CourseOptions: ParsableArguments {
  @Option(help: "The course's folder.") var course = "lessons"
  @Option(help: "How many programs run at a time. (default: one a core)") var jobs: Int?
  @Option(help: "Where to keep what may be used again. (default: .gradus inside the course)")
  var cache: String?
  @Option(
    help: ArgumentHelp(
      "A server that keeps results for all machines; 'off' for none. (default: as in course.yml)",
      valueName: "url"))
  var remoteCache: String?
  @Flag(help: "Take results from the remote cache, and put none there.")
  var remoteCacheReadOnly = false
  @Flag(help: "Print no colours; nor are there any where NO_COLOR is set, or in a pipe.")
  var noColor = false

  /// Where what may be used again is kept.
  var cacheFolder: String { cache ?? "\(course)/.gradus" }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }
}
