internal import Foundation

/// The server of a remote cache: its address, credentials and timeouts.
struct CacheServer: Sendable {
  /// The address, `http://` or `https://`, without a trailing slash.
  var address: String
  /// The credentials for the server.
  var credentials: Credentials
  /// The timeouts for requests.
  var timeouts: Timeouts
}
