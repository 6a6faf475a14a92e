/// How soon a session should run among those that have to.
///
/// Where the engine has changed, lessons that were edited last come first: their author waits for
/// them. Otherwise those come first that took longest, and before them those of which nobody
/// knows, so that no long one is left for the end.
package struct Urgency: Equatable {
  /// The seconds that the last run took, if there was one.
  package var seconds: Double?
  /// When the lesson was edited, if the engine has changed since the session ran.
  package var edited: Double?

  /// An urgency.
  package init(seconds: Double? = nil, edited: Double? = nil) {
    (self.seconds, self.edited) = (seconds, edited)
  }

  /// The positions of urgencies, the most urgent first; of equal ones in their order.
  package static func order(_ urgencies: [Urgency]) -> [Int] {
    urgencies.enumerated().sorted { a, b in
      (-a.element.rank.0, -a.element.rank.1, a.offset)
        < (-b.element.rank.0, -b.element.rank.1, b.offset)
    }.map(\.offset)
  }

  private var rank: (Double, Double) { (edited ?? 0, seconds ?? .infinity) }
}
