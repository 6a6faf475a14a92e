internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// A local web server that shows a site while it is written: open pages reload after each build and
/// keep their scroll position.
///
/// It answers `GET` and `HEAD` for the site's files and for two paths of its own below `/-/`. The
/// reload script is inserted into pages as they are served; the files on disk do not contain it.
package struct PreviewServer: Sendable {
  /// Why the server cannot listen.
  package struct Refusal: Error, CustomStringConvertible {
    let url: String
    let reason: String

    /// The message and its help, a line each.
    package var description: String {
      "cannot listen on \(url): \(reason)"
        + "\nhelp: choose another port with --port; 0 selects a free one"
    }
  }

  private let server: HTTPServer
  private let status: StatusBroadcaster
  private let url: String

  /// Creates a server for the files in a folder, which need not exist yet.
  ///
  /// - Parameters:
  ///   - folder: The folder of the site.
  ///   - address: The address to listen on.
  ///   - port: The port; 0 selects a free one.
  ///   - timeout: How long a request waits for the next build status.
  package init(
    _ folder: String, at address: ListeningAddress, port: UInt16, timeout: Duration = .seconds(20)
  ) {
    let status = StatusBroadcaster()
    let hosts = AllowedHosts(address, machine: ProcessInfo.processInfo.hostName)
    let handler = RequestHandler(
      folder: ServedFolder(folder), status: status, hosts: hosts, timeout: timeout)
    server = HTTPServer(
      config: HTTPServer.Configuration(
        address: address.socketAddress(port: port),
        timeout: TimeInterval(timeout.components.seconds) + 40, logger: .disabled),
      handler: ClosureHTTPHandler { await handler.response(to: $0) })
    self.status = status
    url = address.url(port: port)
  }

  /// Serves until its task is cancelled.
  ///
  /// - Parameter ready: Called with the port when the server listens.
  /// - Throws: `Refusal` if it cannot listen, `CancellationError` when its task is cancelled.
  package func run(ready: @escaping @Sendable (UInt16) async -> Void) async throws {
    let announcement = Task { [server] in
      try await server.waitUntilListening(timeout: 60)
      if let port = await server.listeningAddress?.port { await ready(port) }
    }
    defer { announcement.cancel() }
    do {
      try await server.run()
    } catch SocketError.failed(_, let number, _) where !Task.isCancelled {
      throw Refusal(url: url, reason: String(cString: strerror(number)))
    } catch {
      try Task.checkCancellation()
      throw error
    }
  }

  /// Changes the build status and sends it to all open pages.
  ///
  /// - Parameter change: Modifies the current status.
  package func update(_ change: @Sendable (inout PreviewStatus) -> Void) async {
    await status.update(change)
  }
}

extension Socket.Address {
  fileprivate var port: UInt16? {
    switch self {
    case .ip4(_, port: let port), .ip6(_, port: let port): port
    case .unix: nil
    }
  }
}
