internal import Foundation

/// A request to a remote cache.
struct CacheRequest: Sendable {
  /// The body of a `PUT` request; nil for a `GET` request.
  var body: Data?
  /// The path below the server's address.
  var path: String
  /// The maximum size of the response's body in bytes.
  var limit = 1 << 20

  /// The HTTP method.
  var method: String { body == nil ? "GET" : "PUT" }
}

/// A response of a remote cache.
struct CacheResponse: Equatable, Sendable {
  /// The HTTP status.
  var status: Int
  /// The body, up to the limit of the request.
  var body: Data
  /// Whether the body exceeded the limit.
  var isTooLong: Bool
}
