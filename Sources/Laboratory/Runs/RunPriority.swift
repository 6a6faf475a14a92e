/// The priority of a session among the stale ones.
///
/// If the engine has changed, lessons that were edited last come first, since their author waits
/// for them. Otherwise, sessions of unknown duration come first, then the longest, so that no long
/// one is left for the end.
package struct RunPriority: Equatable {
  /// The duration of the last run in seconds, if known.
  package var seconds: Double?
  /// The time of the lesson's last edit, if the engine has changed since the last run.
  package var edited: Double?

  /// Creates a priority.
  package init(seconds: Double? = nil, edited: Double? = nil) {
    self.seconds = seconds
    self.edited = edited
  }

  /// Returns the positions of priorities, highest first; equal ones stay in their order.
  package static func order(_ priorities: [RunPriority]) -> [Int] {
    priorities.enumerated().sorted { a, b in
      (-a.element.rank.0, -a.element.rank.1, a.offset)
        < (-b.element.rank.0, -b.element.rank.1, b.offset)
    }.map(\.offset)
  }

  private var rank: (Double, Double) { (edited ?? 0, seconds ?? .infinity) }
}
