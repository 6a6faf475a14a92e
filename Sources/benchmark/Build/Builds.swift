import ArgumentParser
import Foundation
import GeneratedCourses

/// The builds that are timed, each as a whole process of the product.
struct Builds {
  /// Their names.
  static let names = short + ["B8"]

  /// Those that take a few minutes together.
  static let short = ["B1", "B2", "B3", "B4", "B5", "B7"]

  private let options: BuildOptions

  init(_ options: BuildOptions) { self.options = options }

  /// Times one of them and prints its lines.
  func run(_ name: String) throws {
    switch name {
    case "B1": try fromNothing()
    case "B2": try nothingChanged()
    case "B3": try proseChanged()
    case "B4": try cellChanged()
    case "B5": try manyLessons()
    case "B8": try shards()
    default: try ownShare()
    }
  }

  /// B1: the whole course, nothing cached.
  private func fromNothing() throws {
    let place = try courseCopy()
    try measure("B1 course from nothing", 3, place, saying: "written") { _ in place.clean() }
  }

  /// B2: the whole course, nothing changed.
  private func nothingChanged() throws {
    let place = try courseCopy()
    _ = try place.build(saying: "written")
    try measure("B2 nothing changed", 10, place, saying: "nothing has changed")
  }

  /// B3: a word of prose changed in the first lesson.
  private func proseChanged() throws {
    let place = try courseCopy()
    _ = try place.build(saying: "written")
    let lesson = try firstLesson(of: place)
    try measure("B3 prose of a lesson changed", 10, place, saying: "written") { round in
      try lesson.rewrite { $0 + "\nEdited \(round) times.\n" }
    }
  }

  /// B4: a cell changed in the first lesson.
  private func cellChanged() throws {
    let place = try courseCopy()
    _ = try place.build(saying: "written")
    let lesson = try firstLesson(of: place)
    try measure("B4 cell of a lesson changed", 5, place, saying: "written") { round in
      try lesson.rewrite { $0 + "\n```{swift}\nlet benchmarkRound = \(round)\n```\n" }
    }
  }

  /// B5: many lessons, and a half and a quarter of them, to see whether time grows in line.
  private func manyLessons() throws {
    for count in [options.lessons / 4, options.lessons / 2, options.lessons] {
      let course = GeneratedCourse(lessons: count, programs: options.programs, seed: 1)
      let place = try Workplace()
      try course.write(to: place.course)
      let (name, note) = ("B5 \(count) lessons", "\"programs\":\(min(count, options.programs))")
      try measure("\(name), nothing cached", 1, place, note, saying: "written")
      try measure("\(name), nothing changed", 5, place, note, saying: "nothing has changed")
      try measure("\(name), all prose changed", 3, place, note, saying: "written") { round in
        try course.write(to: place.course, edition: round)
      }
    }
  }

  /// B7: what a lesson costs without its experiments, in a course of twenty.
  private func ownShare() throws {
    let course = GeneratedCourse(lessons: 20, programs: 0, seed: 1)
    let place = try Workplace()
    try course.write(to: place.course)
    try measure("B7 a lesson, typesetting cold", 5, place, per: 20, saying: "written") { _ in
      place.clean()
    }
    try measure("B7 a lesson", 10, place, per: 20, saying: "written") { round in
      try course.write(to: place.course, edition: round)
    }
  }

  /// B8: the shards of a course in which each lesson has a program of its own, one after the other, and
  /// the build that makes a site of what they found.
  private func shards() throws {
    let course = GeneratedCourse(lessons: options.lessons, programs: options.lessons, seed: 1)
    for count in [1, 2, 4] {
      let place = try Workplace()
      try course.write(to: place.course)
      let address = options.remoteCache.map { "\($0)/\(UUID().uuidString)" }
      let sharing = address.map { ["--remote-cache", $0] } ?? []
      // A machine for each, where there is a server between them.
      func cache(_ name: String) -> String { address == nil ? "cache" : name }
      let shards = try (1...count).map { number in
        try place.build(
          ["--shard", "\(number)/\(count)"] + sharing, cache: cache("cache-\(number)"),
          saying: "no site is written")
      }
      let name = "B8 \(options.lessons) lessons"
      let longest = (shards.map(\.time).max() ?? 0).rounded()
      report("\(name), a shard of \(count)", shards, "\"longest_us\":\(longest)")
      let last = try place.build(sharing, cache: cache("last"), saying: "written")
      report("\(name), the build after \(count)", [last])
    }
  }

  /// Times builds, each after something has been done; `per` divides the time.
  private func measure(
    _ name: String, _ rounds: Int, _ place: Workplace, _ note: String? = nil, per: Double = 1,
    saying words: String, after change: (_ round: Int) throws -> Void = { _ in }
  ) throws {
    var builds: [Workplace.Build] = []
    for round in 1...rounds {
      try change(round)
      builds.append(try place.build(saying: words))
    }
    report(name, builds, note, per: per)
  }

  /// Prints the line of some builds.
  private func report(
    _ name: String, _ builds: [Workplace.Build], _ note: String? = nil, per: Double = 1
  ) {
    let work = builds.map { $0.work / per }.sorted()[builds.count / 2]
    let notes = [
      "\"cpu_us\":\(work.rounded())", "\"cores\":\(ProcessInfo.processInfo.activeProcessorCount)",
    ]
    let measurement = Measurement(
      of: name, builds.map { $0.time / per },
      peakMegabytes: builds.map(\.peakMegabytes).max() ?? 0,
      note: (notes + (note.map { [$0] } ?? [])).joined(separator: ","))
    print(measurement.line)
    fflush(nil)
  }

  /// The course that was named, copied to be changed.
  private func courseCopy() throws -> Workplace {
    let place = try Workplace()
    do {
      try FileManager.default.copyItem(atPath: options.course, toPath: place.course)
    } catch {
      print("benchmark: the course '\(options.course)' cannot be copied")
      throw ExitCode(64)
    }
    try? FileManager.default.removeItem(atPath: place.course + "/.gradus")
    return place
  }

  /// The file of the first lesson by name.
  private func firstLesson(of place: Workplace) throws -> LessonFile {
    let names = try FileManager.default.contentsOfDirectory(atPath: place.course)
    guard let first = names.filter({ $0.hasSuffix(".md") }).min() else {
      print("benchmark: the course has no lessons")
      throw ExitCode(64)
    }
    return try LessonFile("\(place.course)/\(first)")
  }
}

/// A lesson's file, to be changed again and again.
private struct LessonFile {
  private let path: String
  private let text: String

  init(_ path: String) throws {
    self.path = path
    text = try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Puts a change of the first text into the file.
  func rewrite(_ change: (String) -> String) throws {
    try Data(change(text).utf8).write(to: URL(filePath: path))
  }
}
