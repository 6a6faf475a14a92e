internal import Foundation
internal import Synchronization

/// Sends requests to a server concurrently, over connections that stay open.
final class Client: Sendable {
  /// The maximum number of concurrent requests; others wait.
  private static let width = 16

  private let server: CacheServer
  private let idle = Mutex<[Connection]>([])
  private let isCancelled = Atomic(false)
  private let queue: OperationQueue

  /// Creates a client of a server.
  init(_ server: CacheServer) {
    self.server = server
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = Client.width
  }

  /// Sends a request, on a thread of the client's queue, since libcurl blocks.
  ///
  /// - Throws: A `Trouble` if there is no response.
  func send(_ request: CacheRequest) async throws(Trouble) -> CacheResponse {
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.addOperation { [self] in continuation.resume(returning: response(to: request)) }
      }
    } onCancel: {
      cancel()
    }
    return try result.get()
  }

  /// Cancels all requests, including later ones.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  private func response(to request: CacheRequest) -> Result<CacheResponse, Trouble> {
    do throws(Trouble) {
      guard !wasCancelled else { return .failure(.slow) }
      let existing = idle.withLock { $0.popLast() }
      let connection = if let existing { existing } else { try Connection() }
      let response = try connection.send(request, to: server) { [self] in wasCancelled }
      idle.withLock { $0.append(connection) }
      return .success(response)
    } catch {
      return .failure(error)
    }
  }

  private var wasCancelled: Bool { isCancelled.load(ordering: .relaxed) }
}
