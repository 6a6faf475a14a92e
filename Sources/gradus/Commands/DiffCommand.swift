import ArgumentParser
import Differences
import Laboratory
import Lessons

/// `gradus diff`: lists the differences between two builds.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "List what changed since the last published build: values, claims, figures.",
    usage: "gradus diff [<options>]",
    discussion: """
      Compares the newest 'build' or 'check' with the last published build. If there is none since, \
      compares the last two published builds. Runs nothing.

      Example: gradus diff --json
      """)

  @OptionGroup var course: CacheOptions
  @OptionGroup var color: ColorOption
  @Flag(help: "Print one JSON object per difference and line.") var json = false

  func run() throws {
    let history = BuildHistory(ofCourse: course.course, CacheFolder(course.cacheFolder))
    guard let published = history.published else {
      _ = try Course.required(in: course.course)
      return printError("nothing to compare: no build has been published yet")
    }
    if let newest = history.newest {
      try report(
        from: published, to: newest,
        title: "the newest build or check, compared with the last published build")
    } else if let before = history.publishedBefore {
      try report(
        from: before, to: published,
        title: "the last published build, compared with the one before it")
    } else {
      printError("nothing to compare: only one published build, and no new results since")
    }
  }

  private func report(
    from old: [BuildHistory.LessonSnapshot], to new: [BuildHistory.LessonSnapshot], title: String
  ) throws {
    let comparison = Comparison(
      from: old.map { LessonResults($0, file: file(of: $0)) },
      to: new.map { LessonResults($0, file: file(of: $0), steps: currentSteps(of: $0)) })
    try printOutput(
      json
        ? comparison.json : "\(title)\n\n" + comparison.text(colours: allowsColours(color)))
  }

  private func file(of lesson: BuildHistory.LessonSnapshot) -> String {
    "\(course.course)/\(lesson.name).md"
  }

  /// The current cells and values of a lesson; none if it cannot be read, which is not an error here.
  private func currentSteps(of lesson: BuildHistory.LessonSnapshot) -> [Step] {
    var diagnostics: [Diagnostic] = []
    return Lesson.read(file(of: lesson), diagnostics: &diagnostics)?.stepsBySession ?? []
  }
}
