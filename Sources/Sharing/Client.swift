internal import Foundation
internal import Synchronization

/// Asks a server, some questions at a time, over connections that stay open.
final class Client: Sendable {
  /// How many questions are under way at a time; the rest wait.
  private static let width = 16

  private let server: Server
  private let idle = Mutex<[Connection]>([])
  private let isOver = Atomic(false)
  private let queue: OperationQueue

  /// A client of a server.
  init(_ server: Server) {
    self.server = server
    queue = OperationQueue()
    queue.maxConcurrentOperationCount = Client.width
  }

  /// Asks; the work is done on a thread of the client's, since libcurl waits where it stands.
  ///
  /// - Throws: Why there is no answer.
  func ask(_ question: Question) async throws(Trouble) -> Answer {
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.addOperation { [self] in continuation.resume(returning: answer(question)) }
      }
    } onCancel: {
      giveUp()
    }
    return try result.get()
  }

  /// Ends what is under way, and answers nothing from now on.
  func giveUp() { isOver.store(true, ordering: .relaxed) }

  private func answer(_ question: Question) -> Result<Answer, Trouble> {
    do throws(Trouble) {
      guard !hasGivenUp else { return .failure(.slow) }
      let kept = idle.withLock { $0.popLast() }
      let connection = if let kept { kept } else { try Connection() }
      let answer = try connection.ask(question, of: server) { [self] in hasGivenUp }
      idle.withLock { $0.append(connection) }
      return .success(answer)
    } catch {
      return .failure(error)
    }
  }

  private var hasGivenUp: Bool { isOver.load(ordering: .relaxed) }
}
