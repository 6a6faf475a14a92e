internal import Foundation

/// The address of a remote cache, such as `https://cache.example.org/gradus`.
public struct RemoteAddress: Equatable, Sendable {
  /// The address without trailing slashes.
  public let text: String

  /// Parses an address.
  ///
  /// - Throws: A `Trouble` if it is invalid; the message never contains a password of the address.
  public init(_ text: String) throws(Trouble) {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme,
      ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty
    else {
      throw Trouble(
        "the address of the remote cache must begin with 'http://' or 'https://'",
        help: "for example 'https://cache.example.org/gradus'")
    }
    guard parts.user == nil, parts.password == nil else {
      throw Trouble(
        "the address of the remote cache must not contain a user or a password",
        help: "set GRADUS_REMOTE_CACHE_USER and GRADUS_REMOTE_CACHE_PASSWORD instead")
    }
    guard parts.query == nil, parts.fragment == nil else {
      throw Trouble("the address of the remote cache must not contain '?' or '#'")
    }
    var text = text
    while text.hasSuffix("/") { text.removeLast() }
    self.text = text
  }
}
