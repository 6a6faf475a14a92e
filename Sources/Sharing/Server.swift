internal import Foundation

/// Where a remote cache is, who we are there, and how long we wait for it.
struct Server: Sendable {
  /// The address, `http://` or `https://`, without a stroke at its end.
  var address: String
  /// What it knows us by.
  var credentials: Credentials
  /// How long it is waited for.
  var patience: Patience
}
