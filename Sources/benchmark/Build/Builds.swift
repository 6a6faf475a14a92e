import ArgumentParser
import Foundation
import GeneratedCourses

/// The build benchmarks, each of which times whole processes of `gradus`.
struct Builds {
  /// The names of all build benchmarks.
  static let names = short + ["B8"]

  /// The benchmarks that together take a few minutes.
  static let short = ["B1", "B2", "B3", "B4", "B5", "B7"]

  private let options: BuildOptions

  init(_ options: BuildOptions) { self.options = options }

  /// Runs one benchmark and prints its lines.
  func run(_ name: String) throws {
    switch name {
    case "B1": try emptyCache()
    case "B2": try nothingChanged()
    case "B3": try proseChanged()
    case "B4": try cellChanged()
    case "B5": try manyLessons()
    case "B8": try shards()
    default: try lessonOverhead()
    }
  }

  /// B1: the whole course, nothing cached.
  private func emptyCache() throws {
    let workspace = try courseCopy()
    try measure("B1 nothing cached", rounds: 3, in: workspace, expecting: "written") { _ in
      workspace.clean()
    }
  }

  /// B2: the whole course, nothing changed.
  private func nothingChanged() throws {
    let workspace = try courseCopy()
    _ = try workspace.build(expecting: "written")
    try measure("B2 nothing changed", rounds: 10, in: workspace, expecting: "nothing has changed")
  }

  /// B3: a word of prose changed in the first lesson.
  private func proseChanged() throws {
    let workspace = try courseCopy()
    _ = try workspace.build(expecting: "written")
    let lesson = try firstLesson(of: workspace)
    try measure("B3 prose of a lesson changed", rounds: 10, in: workspace, expecting: "written") {
      round in
      try lesson.rewrite { $0 + "\nEdited \(round) times.\n" }
    }
  }

  /// B4: a cell changed in the first lesson.
  private func cellChanged() throws {
    let workspace = try courseCopy()
    _ = try workspace.build(expecting: "written")
    let lesson = try firstLesson(of: workspace)
    try measure("B4 cell of a lesson changed", rounds: 5, in: workspace, expecting: "written") {
      round in
      try lesson.rewrite { $0 + "\n```{swift}\nlet benchmarkRound = \(round)\n```\n" }
    }
  }

  /// B5: many lessons, and a half and a quarter of them, to see whether the time grows linearly.
  private func manyLessons() throws {
    for count in [options.lessons / 4, options.lessons / 2, options.lessons] {
      let course = GeneratedCourse(lessons: count, programs: options.programs, seed: 1)
      let workspace = try Workspace()
      try course.write(to: workspace.course)
      let name = "B5 \(count) lessons"
      let note = "\"programs\":\(min(count, options.programs))"
      try measure(
        "\(name), nothing cached", rounds: 1, in: workspace, note: note, expecting: "written")
      try measure(
        "\(name), nothing changed", rounds: 5, in: workspace, note: note,
        expecting: "nothing has changed")
      try measure(
        "\(name), all prose changed", rounds: 3, in: workspace, note: note, expecting: "written"
      ) { round in
        try course.write(to: workspace.course, revision: round)
      }
    }
  }

  /// B7: the cost of a lesson without its sessions, in a course of twenty.
  private func lessonOverhead() throws {
    let course = GeneratedCourse(lessons: 20, programs: 0, seed: 1)
    let workspace = try Workspace()
    try course.write(to: workspace.course)
    try measure(
      "B7 a lesson, typesetting cold", rounds: 5, in: workspace, dividedBy: 20, expecting: "written"
    ) { _ in
      workspace.clean()
    }
    try measure("B7 a lesson", rounds: 10, in: workspace, dividedBy: 20, expecting: "written") {
      round in
      try course.write(to: workspace.course, revision: round)
    }
  }

  /// B8: the shards of a course in which each lesson has its own program, run one after another, and the
  /// build that creates the site from their results.
  private func shards() throws {
    let course = GeneratedCourse(lessons: options.lessons, programs: options.lessons, seed: 1)
    for count in [1, 2, 4] {
      let workspace = try Workspace()
      try course.write(to: workspace.course)
      let address = options.remoteCache.map { "\($0)/\(UUID().uuidString)" }
      let sharing = address.map { ["--remote-cache", $0] } ?? []
      // With a remote cache, each shard has its own local cache, as on its own machine.
      func cache(_ name: String) -> String { address == nil ? "cache" : name }
      let shards = try (1...count).map { number in
        try workspace.build(
          ["--shard", "\(number)/\(count)"] + sharing, cache: cache("cache-\(number)"),
          expecting: "no site written")
      }
      let name = "B8 \(options.lessons) lessons"
      let longest = (shards.map(\.time).max() ?? 0).rounded()
      report("\(name), a shard of \(count)", shards, note: "\"longest_us\":\(longest)")
      let last = try workspace.build(sharing, cache: cache("last"), expecting: "written")
      report("\(name), the build after \(count)", [last])
    }
  }

  /// Times builds, each after a change; the reported time is divided by `divisor`.
  private func measure(
    _ name: String, rounds: Int, in workspace: Workspace, note: String? = nil,
    dividedBy divisor: Double = 1, expecting ending: String,
    after change: (_ round: Int) throws -> Void = { _ in }
  ) throws {
    var builds: [Workspace.Build] = []
    for round in 1...rounds {
      try change(round)
      builds.append(try workspace.build(expecting: ending))
    }
    report(name, builds, note: note, dividedBy: divisor)
  }

  /// Prints the JSON line of a series of builds.
  private func report(
    _ name: String, _ builds: [Workspace.Build], note: String? = nil,
    dividedBy divisor: Double = 1
  ) {
    let work = builds.map { $0.work / divisor }.sorted()[builds.count / 2]
    let notes = [
      "\"cpu_us\":\(work.rounded())", "\"cores\":\(ProcessInfo.processInfo.activeProcessorCount)",
    ]
    let measurement = Measurement(
      of: name, builds.map { $0.time / divisor },
      peakMegabytes: builds.map(\.peakMegabytes).max() ?? 0,
      note: (notes + (note.map { [$0] } ?? [])).joined(separator: ","))
    print(measurement.line)
    fflush(nil)
  }

  /// A workspace with a copy of the course given by `--course`.
  private func courseCopy() throws -> Workspace {
    let workspace = try Workspace()
    do {
      try FileManager.default.copyItem(atPath: options.course, toPath: workspace.course)
    } catch {
      print("benchmark: the course '\(options.course)' cannot be copied")
      throw ExitCode(64)
    }
    try? FileManager.default.removeItem(atPath: workspace.course + "/.gradus")
    return workspace
  }

  /// The file of the first lesson by name.
  private func firstLesson(of workspace: Workspace) throws -> LessonFile {
    let names = try FileManager.default.contentsOfDirectory(atPath: workspace.course)
    guard let first = names.filter({ $0.hasSuffix(".md") }).min() else {
      print("benchmark: the course has no lessons")
      throw ExitCode(64)
    }
    return try LessonFile("\(workspace.course)/\(first)")
  }
}

/// A lesson's file that is rewritten repeatedly.
private struct LessonFile {
  private let path: String
  private let text: String

  init(_ path: String) throws {
    self.path = path
    text = try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Writes a changed version of the original text to the file.
  func rewrite(_ change: (String) -> String) throws {
    try Data(change(text).utf8).write(to: URL(filePath: path))
  }
}
