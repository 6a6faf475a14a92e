import ArgumentParser
import Pages

/// `gradus build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile, run and check all lessons, and write the site.",
    discussion: "If anything is wrong, the site that stands stays as it is and the exit code is 1.")

  @OptionGroup var course: CourseOptions
  @Option(help: "The site's folder.") var output = "output"

  func run() async throws {
    let edition = try await Edition(course)
    guard let site = edition.site else {
      edition.close(published: false)
      throw ExitCode(1)
    }
    let isNew = try await orFail { () throws(PublicationError) in
      try Publication(site, to: output).publish()
    }
    edition.close(published: true)
    printError(
      isNew
        ? "\(output): \(site.files.count) files written"
        : "\(output): nothing has changed")
  }
}
