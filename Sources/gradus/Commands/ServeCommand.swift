import ArgumentParser
import Lessons
import Serving

/// `gradus serve`: serves the live preview of a course.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the site and rebuild it after every change.",
    usage: "gradus serve [--port <port>] [<options>]",
    discussion: """
      Errors are also shown in the page. The output of 'build' and the build history of 'diff' stay \
      unchanged. If Gradus's own sources change, it is rebuilt first. Press Ctrl-C to stop.

      Example: gradus serve --port 8080
      """)

  @OptionGroup var course: CourseOptions
  @Option(help: "Address to listen on (0.0.0.0 for all interfaces).")
  var host = "127.0.0.1"
  @Option(help: "Port to listen on (0 for any free port).") var port: UInt16 = 8000

  func validate() throws {
    guard ListeningAddress(host) != nil else {
      throw ValidationError(
        "--host must be an IP address of this machine, or 0.0.0.0 for all interfaces")
    }
  }

  func run() async throws {
    guard let address = ListeningAddress(host) else { return }
    // Other errors in the course are shown in its pages.
    _ = try Course.required(in: course.course)
    try await Preview(of: course, at: address, port: port).run()
  }
}
