import ArgumentParser
import Hashing
import Laboratory
import Lessons
import Pages
import Publishing
import Serving

/// Serves a course while it is edited: rebuilds it after every change, and Gradus itself after a
/// change of its sources.
struct Preview {
  /// An event that continues the build loop.
  private enum Event: Sendable {
    case changed(Set<FileWatcher.Subject>)
    /// Gradus has been rebuilt, so this process runs an outdated program.
    case rebuilt
  }

  private let course: CourseOptions
  private let address: ListeningAddress
  private let server: PreviewServer
  private let folder: String
  private let port: UInt16

  init(of course: CourseOptions, at address: ListeningAddress, port: UInt16) {
    self.course = course
    self.address = address
    self.port = port
    folder = CacheFolder(course.cacheFolder).preview(ofCourse: course.course)
    server = PreviewServer(folder, at: address, port: port)
  }

  /// Serves until interrupted, which is not an error.
  ///
  /// - Throws: An exit code if serving is impossible.
  func run() async throws {
    let isOutdated = try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask { try await serve() }
      group.addTask { try await buildOnChanges() }
      defer { group.cancelAll() }
      return try await group.next() ?? false
    }
    if isOutdated { try await restart() }
  }

  /// Replaces this process with the program that has been rebuilt.
  private func restart() async throws {
    let installation = try await orFail { () async throws(Fault) in
      try await Installation.find(cache: CacheFolder(course.cacheFolder))
    }
    try replaceProcess(with: installation.startScript)
  }

  /// Serves the site; returns false when interrupted, as an interruption calls for no restart.
  private func serve() async throws -> Bool {
    do {
      try await server.run { port in
        printError("serving \(course.course) at \(address.url(port: port))")
        if !address.isLoopback { printError("note: other machines can reach this address") }
      }
    } catch is CancellationError {
      return false
    } catch {
      printError("error: \(error)")
      throw ExitCode(74)
    }
    return false
  }

  /// Builds after every change, cancelling a build in progress.
  ///
  /// - Returns: Whether it ended because Gradus has been rebuilt.
  private func buildOnChanges() async throws -> Bool {
    let (events, continuation) = AsyncStream<Event>.makeStream()
    let installation = try await orFail { () async throws(Fault) in
      try await Installation.find(cache: CacheFolder(course.cacheFolder))
    }
    let watch = try await orFail { () throws(FileWatcher.Refusal) in
      try FileWatcher(
        course: course.course, package: installation.root, except: [course.cacheFolder]
      ) {
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

  /// Builds the course and serves the new site, or its diagnostics.
  private func build() async {
    await server.update { $0.isBuilding = true }
    do {
      let build = try await CourseBuild(course, course.buildEnvironment())
      let digest = if let site = build.site { try await publish(site) } else { String?.none }
      build.finish(published: nil)
      await update(build.diagnostics, site: digest)
    } catch {
      await showFailure()
    }
  }

  /// Publishes the site to the folder from which it is served.
  ///
  /// - Returns: A digest of all its files.
  private func publish(_ site: Site) async throws -> String {
    let files = site.files.map(SiteFile.init)
    _ = try await orFail { () throws(Refusal) in
      try SitePublisher(files, to: try Destination(folder)).publish()
    }
    let list = files.map { "\($0.path) \(SHA256.hex(of: $0.content))\n" }
    return SHA256.hex(of: list.joined().utf8)
  }

  /// Rebuilds Gradus, and shows the errors in its sources.
  ///
  /// - Returns: Whether the build succeeded.
  private func rebuild(_ installation: Installation) async -> Bool {
    await server.update { $0.isBuilding = true }
    printError("Gradus has changed; rebuilding it")
    do {
      let errors = try await orFail { () async throws(Fault) in try await installation.rebuild() }
      report(errors)
      if errors.isEmpty { return true }
      await update(errors)
    } catch {
      await showFailure()
    }
    return false
  }

  /// Shows that a build failed for a reason outside the course, which the terminal already shows.
  ///
  /// A cancelled build shows nothing, as the next one follows.
  private func showFailure() async {
    if Task.isCancelled { return }
    let message = "the build failed for a reason outside the course; see the terminal"
    await update([.error(.run, Place(file: course.course), message)])
  }

  private func update(_ diagnostics: [Diagnostic], site: String? = nil) async {
    let problems = diagnostics.map { PreviewStatus.Problem($0) }
    await server.update {
      $0.isBuilding = false
      $0.problems = problems
      if let site { $0.site = site }
    }
  }
}
