import Laboratory
import Sharing

/// Says why results are not kept here, or not shared, and how much was run.
func report(_ tally: Tally, obstacle: Fault?, _ remote: RemoteCache?) {
  if let obstacle {
    warn("what was run is not kept: \(obstacle.summary)", help: obstacle.help)
  }
  report(remote)
  if let words = tally.words { printError(words) }
}

/// Says why results are not shared, if they are not.
func report(_ remote: RemoteCache?) {
  for trouble in remote?.troubles ?? [] {
    warn("the remote cache fails: \(trouble.summary)", help: trouble.help)
  }
}

private func warn(_ summary: String, help: String?) {
  printError("warning: \(summary)")
  if let help { printError("help: \(help)") }
}

extension Tally {
  /// What was run and what was not, in a line; nothing for a course without cells.
  var words: String? {
    let parts = [
      ran > 0 ? "ran \(ran)" : nil,
      reused > 0 ? "reused \(reused), \(Duration.seconds(saved).words) saved" : nil,
      fetched > 0 ? "fetched \(fetched)" : nil,
    ]
    return parts.allSatisfy { $0 == nil } ? nil : parts.compactMap(\.self).joined(separator: ", ")
  }
}
