import ArgumentParser
import Foundation

/// A temporary folder with a course, a cache and an output, in which `gradus` is run.
final class Workspace {
  /// The time and memory of a build.
  struct Build {
    /// Wall-clock time in microseconds.
    var time: Double
    /// CPU time in microseconds, including child processes.
    var work: Double
    /// Peak memory of the process or its largest child.
    var peakMegabytes: Int
  }

  /// The course's folder.
  let course: String
  private let folder: String

  /// Creates an empty workspace.
  init() throws {
    folder = NSTemporaryDirectory() + "gradus-benchmark-\(UUID().uuidString)"
    course = folder + "/lessons"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Deletes the cache and the output.
  func clean() {
    for name in ["cache", "output"] {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  /// Builds the course in a separate process.
  ///
  /// - Parameters:
  ///   - options: Further command-line options.
  ///   - cache: The name of the cache folder.
  ///   - ending: The text with which the build's messages must end, so that nothing else is timed.
  /// - Returns: The time and memory of the build.
  /// - Throws: An exit code if the build fails or its messages end differently.
  func build(
    _ options: [String] = [], cache: String = "cache", expecting ending: String
  ) throws -> Build {
    let product = Bundle.main.bundlePath + "/gradus"
    let arguments =
      [
        product, "build", "--course", course, "--cache", "\(folder)/\(cache)", "--output",
        "\(folder)/output",
      ] + options
    let start = now()
    let (status, usage) = try Workspace.run(arguments, errors: "\(folder)/errors")
    let time = now() - start
    let messages = try String(contentsOfFile: "\(folder)/errors", encoding: .utf8)
    guard status == 0, messages.hasSuffix("\(ending)\n") else {
      print("benchmark: expected a build to end with '\(ending)', but it printed:\n\(messages)")
      throw ExitCode(70)
    }
    let work = [usage.ru_utime, usage.ru_stime]
      .reduce(0) { $0 + Double($1.tv_sec) * 1e6 + Double($1.tv_usec) }
    return Build(time: time, work: work, peakMegabytes: usage.ru_maxrss / 1024)
  }

  /// Runs a program to completion, with standard error redirected to a file.
  private static func run(_ arguments: [String], errors: String) throws -> (Int32, rusage) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var cArguments = arguments.map { strdup($0) } + [nil]
    defer { for argument in cArguments { free(argument) } }
    var process = pid_t()
    guard posix_spawn(&process, arguments[0], &actions, nil, &cArguments, environ) == 0 else {
      print("benchmark: '\(arguments[0])' cannot be started")
      throw ExitCode(74)
    }
    var status = Int32()
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    return (status, usage)
  }
}
