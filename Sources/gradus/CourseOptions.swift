import ArgumentParser

/// The lessons to which a command is restricted.
struct LessonArguments: ParsableArguments {
  @Argument(help: "Only these lessons, given by file name, with or without folder and '.md'.")
  var lessons: [String] = []
}

/// The options of all commands that read a course.
struct CourseOptions: ParsableArguments {
  @Option(help: "Course directory.") var course = "lessons"
  @Option(help: "Maximum number of concurrent sessions. (default: one per core)") var jobs: Int?
  @Option(help: "Cache directory. (default: .gradus in the course directory)")
  var cache: String?
  @Option(
    help: ArgumentHelp(
      "Remote cache shared by several machines, or 'off'. (default: as in course.yml)",
      valueName: "url"))
  var remoteCache: String?
  @Flag(help: "Read from the remote cache, but do not write to it.")
  var remoteCacheReadOnly = false
  @Flag(help: "Disable colour (also when NO_COLOR is set or output is not a terminal).")
  var noColor = false

  /// The cache directory: the one given, or `.gradus` in the course directory.
  var cacheFolder: String { cache ?? "\(course)/.gradus" }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }
}
