import ArgumentParser
import Foundation

/// A folder with a course, a cache and a site, in which the product builds.
final class Workplace {
  /// What a build took.
  struct Build {
    /// Microseconds from start to end.
    var time: Double
    /// Microseconds of the processors, with all processes that it waited for.
    var work: Double
    /// The most memory that it held, or any process that it waited for.
    var peakMegabytes: Int
  }

  /// The course's folder.
  let course: String
  private let folder: String

  /// An empty workplace.
  init() throws {
    folder = NSTemporaryDirectory() + "gradus-benchmark-\(UUID().uuidString)"
    course = folder + "/lessons"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Forgets all that was built and kept.
  func clean() {
    for name in ["cache", "output"] {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  /// Builds the course as a process of its own.
  ///
  /// - Parameters:
  ///   - options: What it is told besides.
  ///   - cache: The name of its cache.
  ///   - words: What the build must say at its end, so that nothing else is timed.
  /// - Returns: What it took.
  /// - Throws: An exit code where it fails or says something else.
  func build(_ options: [String] = [], cache: String = "cache", saying words: String) throws
    -> Build
  {
    let product = Bundle.main.bundlePath + "/gradus"
    let arguments =
      [
        product, "build", "--course", course, "--cache", "\(folder)/\(cache)", "--output",
        "\(folder)/output",
      ] + options
    let start = now()
    let (status, usage) = try Workplace.run(arguments, errors: "\(folder)/errors")
    let time = now() - start
    let said = try String(contentsOfFile: "\(folder)/errors", encoding: .utf8)
    guard status == 0, said.hasSuffix("\(words)\n") else {
      print("benchmark: a build was to say '\(words)' and said:\n\(said)")
      throw ExitCode(70)
    }
    let work = [usage.ru_utime, usage.ru_stime]
      .reduce(0) { $0 + Double($1.tv_sec) * 1e6 + Double($1.tv_usec) }
    return Build(time: time, work: work, peakMegabytes: usage.ru_maxrss / 1024)
  }

  /// Runs a program to its end; what it says on standard error goes to a file.
  private static func run(_ arguments: [String], errors: String) throws -> (Int32, rusage) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, arguments[0], &actions, nil, &words, environ) == 0 else {
      print("benchmark: '\(arguments[0])' cannot be started")
      throw ExitCode(74)
    }
    var (status, usage) = (Int32(), rusage())
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    return (status, usage)
  }
}
