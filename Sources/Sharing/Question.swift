internal import Foundation

/// A request.
struct Question: Sendable {
  /// What is to be put there; nil to get what is there.
  var body: Data?
  /// Where, below the server's address.
  var path: String
  /// How many bytes an answer may have.
  var limit = 1 << 20

  /// HTTP's name for it.
  var method: String { body == nil ? "GET" : "PUT" }
}

/// What a server answers.
struct Answer: Equatable, Sendable {
  /// HTTP's status.
  var status: Int
  /// All that came, up to the question's limit.
  var body: Data
  /// Whether there was more.
  var isTooLong: Bool
}
