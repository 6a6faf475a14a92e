import ArgumentParser

/// The lessons to which a command is restricted.
struct LessonArguments: ParsableArguments {
  @Argument(help: "Only these lessons, given by file name, with or without folder and '.md'.")
  var lessons: [String] = []
}

/// The option of commands that read a course.
struct CourseOption: ParsableArguments {
  @Option(help: "Course directory.") var course = "lessons"
}

/// The options of commands that read a course and its cache.
struct CacheOptions: ParsableArguments {
  @OptionGroup var location: CourseOption
  @Option(help: "Cache directory. (default: .gradus in the course directory)")
  var cache: String?

  /// The course directory.
  var course: String { location.course }

  /// The cache directory: the one given, or `.gradus` in the course directory.
  var cacheFolder: String { cache ?? "\(course)/.gradus" }
}

/// The option of commands whose output can be coloured.
struct ColorOption: ParsableArguments {
  @Flag(help: "Disable colour (also when NO_COLOR is set or output is not a terminal).")
  var noColor = false
}

/// The options of commands that run the sessions of a course.
struct CourseOptions: ParsableArguments {
  @OptionGroup var locations: CacheOptions
  @Option(help: "Maximum number of concurrent sessions. (default: one per core)") var jobs: Int?
  @OptionGroup var sharing: RemoteCacheOptions
  @OptionGroup var color: ColorOption

  /// The course directory.
  var course: String { locations.course }

  /// The cache directory.
  var cacheFolder: String { locations.cacheFolder }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }
}
