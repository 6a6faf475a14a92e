import Laboratory
import Sharing

/// Warns if results could not be cached or shared, and prints how many sessions were run.
func report(_ counts: RunCounts, storageFailure: Fault?, remote: RemoteCache?) {
  if let storageFailure {
    warn("results are not cached: \(storageFailure.summary)", help: storageFailure.help)
  }
  report(remote)
  if let summary = counts.summary { printError(summary) }
}

/// Warns if results could not be shared.
func report(_ remote: RemoteCache?) {
  for trouble in remote?.troubles ?? [] {
    warn("the remote cache fails: \(trouble.summary)", help: trouble.help)
  }
}

private func warn(_ summary: String, help: String?) {
  printError("warning: \(summary)")
  if let help { printError("help: \(help)") }
}

extension RunCounts {
  /// How many sessions were run, reused and fetched, on one line; nil for a course without cells.
  fileprivate var summary: String? {
    let parts = [
      ran > 0 ? "ran \(ran)" : nil,
      reused > 0 ? "reused \(reused), \(Duration.seconds(saved).text) saved" : nil,
      fetched > 0 ? "fetched \(fetched)" : nil,
    ]
    return parts.allSatisfy { $0 == nil } ? nil : parts.compactMap(\.self).joined(separator: ", ")
  }
}
