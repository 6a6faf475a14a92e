internal import Records

/// Reports the progress of a long cell, which the console shows during the build.
///
/// It can be called at every step: calls within 50 ms of the last report are ignored. It does not affect
/// results.
@MainActor
public func progress(_ step: Int, of steps: Int) {
  Recorder.current.writeProgress(step, of: steps)
}

extension Recorder {
  private static let interval = Duration.milliseconds(50)

  fileprivate func writeProgress(_ step: Int, of steps: Int) {
    let now = ContinuousClock.now
    if let last = lastProgress, now - last < Recorder.interval { return }
    lastProgress = now
    write(.progress(step: step, of: steps))
  }
}
