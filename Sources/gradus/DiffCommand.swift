import ArgumentParser
import Differences
import Laboratory
import Lessons

/// `gradus diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "List what changed since the last published build: values, claims, figures.",
    usage: "gradus diff [<options>]",
    discussion: """
      The newest 'build' or 'check' is held against the last build that published, or that build \
      against the one published before, if nothing came since. Nothing is run.

      Example: gradus diff --json
      """)

  @OptionGroup var course: CourseOptions
  @Flag(help: "Print a JSON object for each difference, a line each.") var json = false

  func run() throws {
    let history = History(ofCourse: course.course, CacheFolder(course.cacheFolder))
    guard let published = history.published else {
      _ = try Course.required(in: course.course)
      return printError("nothing to compare: no published build is remembered yet")
    }
    if let newest = history.newest {
      try report(published, newest, "the newest build or check, against the last published build")
    } else if let before = history.publishedBefore {
      try report(before, published, "the last published build, against the one published before it")
    } else {
      printError("nothing to compare: one build has published, and nothing was measured since")
    }
  }

  private func report(
    _ old: [History.PastLesson], _ new: [History.PastLesson], _ sides: String
  ) throws {
    let comparison = Comparison(
      from: old.map { Outcome($0, file: file(of: $0)) },
      to: new.map { Outcome($0, file: file(of: $0), steps: stepsNow(of: $0)) })
    try printOutput(
      json
        ? comparison.json : "\(sides)\n\n" + comparison.text(colours: allowsColours(course)))
  }

  private func file(of lesson: History.PastLesson) -> String {
    "\(course.course)/\(lesson.name).md"
  }

  /// The cells and values of a lesson as it is; none if it cannot be read, which is no fault here.
  private func stepsNow(of lesson: History.PastLesson) -> [Step] {
    var diagnostics: [Diagnostic] = []
    return Lesson.read(file(of: lesson), diagnostics: &diagnostics)?.stepsBySession ?? []
  }
}
