import ArgumentParser
import Foundation

/// Performs `work` so that Ctrl-C, SIGTERM and a closed terminal end it at once and cleanly.
///
/// Its task is cancelled, which ends all running programs and removes their folders. Work that does not
/// respond within two seconds is abandoned, which is safe: the published site is complete at any time.
func interruptibly(_ work: @escaping @Sendable () async throws -> Void) async throws {
  let task = Task { try await work() }
  let sources = [SIGINT, SIGTERM, SIGHUP].compactMap { watch($0) { interrupt(task) } }
  defer { for source in sources { source.cancel() } }
  do {
    try await task.value
  } catch is CancellationError {
    printError("error: interrupted")
    throw ExitCode(130)
  }
}

/// Handles a signal, unless the parent process had it ignored, as `nohup` does.
private func watch(
  _ number: Int32, _ handler: @escaping @Sendable () -> Void
) -> (any DispatchSourceSignal)? {
  var action = sigaction()
  sigaction(number, nil, &action)
  let isIgnored = action.__sigaction_handler.sa_handler.map { unsafeBitCast($0, to: Int.self) } == 1
  if isIgnored { return nil }
  signal(number, SIG_IGN)
  let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
  source.setEventHandler(handler: handler)
  source.resume()
  return source
}

private func interrupt(_ task: Task<Void, any Error>) {
  task.cancel()
  DispatchQueue.global().asyncAfter(deadline: .now() + 2) { _exit(130) }
}
