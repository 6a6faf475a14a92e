/// How long a remote cache is waited for.
package struct Patience: Equatable, Sendable {
  /// The milliseconds until a connection stands.
  package var connection: Int
  /// The seconds in which next to nothing comes, a thousand bytes each, until it counts as slow.
  package var silence: Int

  /// What a build has.
  package static let usual = Patience(connection: 5000, silence: 10)

  /// Some patience.
  package init(connection: Int, silence: Int) {
    (self.connection, self.silence) = (connection, silence)
  }
}
