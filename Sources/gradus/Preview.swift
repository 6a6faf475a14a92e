import ArgumentParser
import Hashing
import Laboratory
import Lessons
import Pages
import Publishing
import Serving

/// A course that is served while it is written: built again after every change, and Gradus itself
/// after a change of its sources.
struct Preview {
  /// What the work goes on after.
  private enum Event: Sendable {
    case changed(Set<Watch.Subject>)
    /// Gradus has been built anew, so that this program is the old one.
    case rebuilt
  }

  private let course: CourseOptions
  private let address: ListeningAddress
  private let server: PreviewServer
  private let folder: String
  private let port: UInt16

  init(of course: CourseOptions, at address: ListeningAddress, port: UInt16) {
    (self.course, self.address, self.port) = (course, address, port)
    folder = CacheFolder(course.cacheFolder).preview(ofCourse: course.course)
    server = PreviewServer(folder, at: address, port: port)
  }

  /// Serves until it is interrupted, which is no error.
  ///
  /// - Throws: An exit code where nothing can be served.
  func run() async throws {
    let isOutdated = try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask { try await serve() }
      group.addTask { try await work() }
      defer { group.cancelAll() }
      return try await group.next() ?? false
    }
    if isOutdated { try await restart() }
  }

  /// Puts the program that has been built in the place of this one.
  private func restart() async throws {
    let installation = try await orFail { () async throws(Fault) in
      try await Installation.find(cache: CacheFolder(course.cacheFolder))
    }
    try become(installation.startScript)
  }

  /// - Returns: That nothing is outdated: whoever is interrupted is content.
  private func serve() async throws -> Bool {
    do {
      try await server.run { port in
        printError("serving \(course.course) at \(address.url(port: port))")
        if !address.isLoopback { printError("note: others can reach it, too") }
      }
    } catch is CancellationError {
      return false
    } catch {
      printError("error: \(error)")
      throw ExitCode(74)
    }
    return false
  }

  /// Builds after every change; a build under way is given up.
  ///
  /// - Returns: Whether it ends since Gradus has been built anew.
  private func work() async throws -> Bool {
    let (events, continuation) = AsyncStream<Event>.makeStream()
    let installation = try await orFail { () async throws(Fault) in
      try await Installation.find(cache: CacheFolder(course.cacheFolder))
    }
    let watch = try await orFail { () throws(Watch.Refusal) in
      try Watch(course: course.course, package: installation.root, except: [course.cacheFolder]) {
        continuation.yield(.changed($0))
      }
    }
    defer { withExtendedLifetime(watch) {} }
    var isProgramStale = false
    var current = Task { await build() }
    for await event in events {
      guard case .changed(let subjects) = event else { return true }
      current.cancel()
      await current.value
      isProgramStale = isProgramStale || subjects.contains(.program)
      current = Task { [isProgramStale] in
        guard isProgramStale else { return await build() }
        if await rebuild(installation) { continuation.yield(.rebuilt) }
      }
    }
    current.cancel()
    await current.value
    return false
  }

  /// Builds the course and shows it, or what is wrong with it.
  private func build() async {
    await server.update { $0.isBuilding = true }
    do {
      let edition = try await Edition(course, course.premises())
      let mark = if let site = edition.site { try await publish(site) } else { String?.none }
      edition.close(published: nil)
      await finish(edition.diagnostics, site: mark)
    } catch {
      await giveUp()
    }
  }

  /// Puts the site in the place from which it is served.
  ///
  /// - Returns: What tells its content from any other.
  private func publish(_ site: Site) async throws -> String {
    let files = site.files.map(SiteFile.init)
    _ = try await orFail { () throws(Refusal) in
      try Publication(files, to: try Destination(folder)).publish()
    }
    let list = files.map { "\($0.path) \(SHA256.hex(of: $0.content))\n" }
    return SHA256.hex(of: list.joined().utf8)
  }

  /// Has Gradus built anew, and shows what is wrong with its sources.
  ///
  /// - Returns: Whether it stands.
  private func rebuild(_ installation: Installation) async -> Bool {
    await server.update { $0.isBuilding = true }
    printError("Gradus has changed and is built anew")
    do {
      let errors = try await orFail { () async throws(Fault) in try await installation.rebuild() }
      report(errors)
      if errors.isEmpty { return true }
      await finish(errors)
    } catch {
      await giveUp()
    }
    return false
  }

  /// The machine's fault has been said on the terminal; who was interrupted is followed by another.
  private func giveUp() async {
    if Task.isCancelled { return }
    let words = "the build failed, and the course is not to blame: the terminal says why"
    await finish([.error(.run, Place(file: course.course), words)])
  }

  private func finish(_ diagnostics: [Diagnostic], site: String? = nil) async {
    let problems = diagnostics.map { Bulletin.Problem($0) }
    await server.update {
      $0.isBuilding = false
      $0.problems = problems
      if let site { $0.site = site }
    }
  }
}
