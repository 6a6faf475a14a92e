import Sharing

extension Credentials {
  /// What this program is known by at a remote cache.
  ///
  /// It is taken out of the environment when it is first asked for, which is before all else.
  static let own = taken()
}
