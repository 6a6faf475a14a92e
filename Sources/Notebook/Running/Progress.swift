internal import Records

/// Says how far a long cell is; the console shows it as the build runs.
///
/// It may be called at every step: what comes sooner than a twentieth of a second after the last is
/// not passed on. No result depends on it.
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
