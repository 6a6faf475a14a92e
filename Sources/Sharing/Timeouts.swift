/// The timeouts for requests to a remote cache.
package struct Timeouts: Equatable, Sendable {
  /// The time limit for connecting, in milliseconds.
  package var connect: Int
  /// The number of seconds with less than a thousand bytes each after which a request is aborted.
  package var stall: Int

  /// The timeouts of a build.
  package static let standard = Timeouts(connect: 5000, stall: 10)

  /// Creates timeouts.
  package init(connect: Int, stall: Int) {
    self.connect = connect
    self.stall = stall
  }
}
