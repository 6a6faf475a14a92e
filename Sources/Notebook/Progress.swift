internal import Records

/// Says how far a long cell is; the console shows it as the build runs.
@MainActor
public func progress(_ step: Int, of steps: Int) {
  Recorder.current.write(.progress(step: step, of: steps))
}
