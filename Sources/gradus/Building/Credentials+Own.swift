import Sharing

extension Credentials {
  /// The credentials of this process for the remote cache.
  ///
  /// They are removed from the environment on first use, which is the first thing `main` does.
  static let own = takenFromEnvironment()
}
