import ArgumentParser
import Lessons
import Serving

/// `gradus serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the site in a browser, and every change of the course as it is made.",
    usage: "gradus serve [--port <port>] [<options>]",
    discussion: """
      What is wrong is shown in the page, too. The site that 'build' writes stays as it is, and so \
      does what 'diff' compares with. When Gradus's own sources change, it is built first. Ctrl-C \
      ends it.

      Example: gradus serve --port 8080
      """)

  @OptionGroup var course: CourseOptions
  @Option(help: "The address to listen at. Others than this machine see only what it reaches.")
  var host = "127.0.0.1"
  @Option(help: "The port; 0 takes one that is free.") var port: UInt16 = 8000

  func validate() throws {
    guard ListeningAddress(host) != nil else {
      throw ValidationError(
        "--host must be an address of this machine, as 127.0.0.1, or 0.0.0.0 for all it has")
    }
  }

  func run() async throws {
    guard let address = ListeningAddress(host) else { return }
    // What else is wrong with it will be shown in its pages.
    _ = try Course.required(in: course.course)
    try await Preview(of: course, at: address, port: port).run()
  }
}
