internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// Shows a site while it is written: each page that is open hears of the next state of the course,
/// and is loaded anew where it stands.
///
/// It answers `GET` and `HEAD` of the site's files and two paths of its own below `/-/`. What makes
/// pages listen is put into them on the way; the files themselves stay as they would be published.
package struct PreviewServer: Sendable {
  /// Why nothing can be served.
  package struct Refusal: Error, CustomStringConvertible {
    let place: String
    let reason: String

    /// The reason in words.
    package var description: String {
      "nothing can be served at \(place): \(reason)"
        + "\nhelp: choose another port with --port, or 0 for one that is free"
    }
  }

  private let server: HTTPServer
  private let board: BulletinBoard
  private let place: String

  /// A server of the files in a folder, which need not be there yet.
  ///
  /// - Parameters:
  ///   - folder: The folder of the site.
  ///   - address: The address at which it listens.
  ///   - port: The port; 0 for one that is free.
  ///   - patience: How long who waits for the next bulletin is left without an answer.
  package init(
    _ folder: String, at address: ListeningAddress, port: UInt16, patience: Duration = .seconds(20)
  ) {
    let board = BulletinBoard()
    let hosts = Hosts(address, machine: ProcessInfo.processInfo.hostName)
    let reception = Reception(
      folder: ServedFolder(folder), board: board, hosts: hosts, patience: patience)
    server = HTTPServer(
      config: HTTPServer.Configuration(
        address: address.socketAddress(port: port),
        timeout: TimeInterval(patience.components.seconds) + 40, logger: .disabled),
      handler: ClosureHTTPHandler { await reception.answer($0) })
    self.board = board
    place = address.url(port: port)
  }

  /// Serves until its task is cancelled.
  ///
  /// - Parameter ready: What is done when it listens, with the port.
  /// - Throws: Why nothing can be served.
  package func run(ready: @escaping @Sendable (UInt16) async -> Void) async throws {
    let announcement = Task { [server] in
      try await server.waitUntilListening(timeout: 60)
      if let port = await server.listeningAddress?.port { await ready(port) }
    }
    defer { announcement.cancel() }
    do {
      try await server.run()
    } catch SocketError.failed(_, let number, _) where !Task.isCancelled {
      throw Refusal(place: place, reason: String(cString: strerror(number)))
    } catch {
      try Task.checkCancellation()
      throw error
    }
  }

  /// Tells all pages that are open how the course stands.
  ///
  /// - Parameter change: What is to be changed in what they were told last.
  package func update(_ change: @Sendable (inout Bulletin) -> Void) async {
    await board.update(change)
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
