internal import Synchronization

/// How many sessions a build ran and how many it took from the cache.
///
/// Durations are for the console only.
public struct RunCounts: Equatable, Sendable {
  /// The number of sessions that ran.
  public internal(set) var ran = 0
  /// The number of sessions whose cached run was used.
  public internal(set) var reused = 0
  /// The duration of the reused runs in seconds.
  public internal(set) var saved = 0.0
  /// The number of runs that were downloaded from the remote cache.
  public internal(set) var fetched = 0
  /// The first failure of the cache, if any; the build continues without it.
  public internal(set) var cacheFailure: Fault?
}

/// Counts that several tasks update.
final class SharedRunCounts: Sendable {
  private let counts = Mutex(RunCounts())

  var value: RunCounts { counts.withLock { $0 } }

  func add(_ change: (inout RunCounts) -> Void) { counts.withLock { change(&$0) } }

  /// Records the first failure of the cache; later ones usually have the same cause.
  func note(_ failure: Fault) { add { $0.cacheFailure = $0.cacheFailure ?? failure } }
}
