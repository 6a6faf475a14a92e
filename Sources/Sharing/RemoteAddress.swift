internal import Foundation

/// The address of a remote cache, such as `https://cache.example.org/gradus`.
public struct RemoteAddress: Equatable, Sendable {
  /// The address without a stroke at its end.
  public let text: String

  /// Reads an address.
  ///
  /// - Throws: What is wrong with it; the words do not repeat a password in it.
  public init(_ text: String) throws(Trouble) {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme,
      ["http", "https"].contains(scheme), let host = parts.host, !host.isEmpty
    else {
      throw Trouble(
        "the remote cache has no address that begins with 'http://' or 'https://'",
        help: "such as 'https://cache.example.org/gradus'")
    }
    guard parts.user == nil, parts.password == nil else {
      throw Trouble(
        "the address of the remote cache holds a user or a password",
        help: "set GRADUS_REMOTE_CACHE_USER and GRADUS_REMOTE_CACHE_PASSWORD instead")
    }
    guard parts.query == nil, parts.fragment == nil else {
      throw Trouble("the address of the remote cache must end before '?' and '#'")
    }
    var text = text
    while text.hasSuffix("/") { text.removeLast() }
    self.text = text
  }
}
