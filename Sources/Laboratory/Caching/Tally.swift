internal import Synchronization

/// How much a build had to run, and how much it did not.
///
/// Times are for the console only.
public struct Tally: Equatable, Sendable {
  /// The sessions that were run.
  public internal(set) var ran = 0
  /// The sessions whose kept run was used.
  public internal(set) var reused = 0
  /// The seconds that these took when they ran.
  public internal(set) var saved = 0.0
  /// The runs that came from the remote cache.
  public internal(set) var fetched = 0
  /// Why runs could not be kept or found, if they could not; the build goes on without.
  public internal(set) var obstacle: Fault?
}

/// A tally to which several tasks add.
final class SharedTally: Sendable {
  private let tally = Mutex(Tally())

  var value: Tally { tally.withLock { $0 } }

  func add(_ change: (inout Tally) -> Void) { tally.withLock { change(&$0) } }

  /// Notes the first obstacle; those after it are mostly the same.
  func note(_ obstacle: Fault) { add { $0.obstacle = $0.obstacle ?? obstacle } }
}
