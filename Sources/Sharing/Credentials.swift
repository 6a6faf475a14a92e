/// What a remote cache knows us by.
///
/// It comes from the environment alone, and goes into the head of requests alone: no message, no
/// page and no other process gets it.
public enum Credentials: Equatable, Sendable {
  /// Nothing.
  case none
  /// A token, as `Authorization: Bearer` has it.
  case token(String)
  /// A user and a password, as `Authorization: Basic` has them.
  case user(String, password: String)

  /// The variables of the environment that hold them.
  public static let variables = [
    "GRADUS_REMOTE_CACHE_TOKEN", "GRADUS_REMOTE_CACHE_USER", "GRADUS_REMOTE_CACHE_PASSWORD",
  ]

  /// What the environment holds; a token counts more than a user.
  public init(environment: [String: String]) {
    let values = Credentials.variables.map { name -> String in
      // Whoever reads a token from a file gets the end of its line too.
      String(environment[name, default: ""].filter { !$0.isNewline })
    }
    if !values[0].isEmpty {
      self = .token(values[0])
    } else if !values[1].isEmpty {
      self = .user(values[1], password: values[2])
    } else {
      self = .none
    }
  }
}
