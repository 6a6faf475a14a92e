internal import Foundation

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

  /// What the environment of this process holds, which holds it no more: all processes of the same
  /// user can read what a process was started with, and a cell's may be one of them.
  ///
  /// It is called before anything else reads the environment.
  public static func taken() -> Credentials {
    let credentials = Credentials(environment: ProcessInfo.processInfo.environment)
    for name in variables {
      // The bytes with which the process was started stay where they are when a variable is unset.
      if let value = getenv(name) { memset(value, 0, strlen(value)) }
      unsetenv(name)
    }
    return credentials
  }

  /// Puts them into the environment of this process, for a program that is to take its place.
  public func giveBack() {
    let values =
      switch self {
      case .none: [] as [String]
      case .token(let token): [token]
      case .user(let user, let password): ["", user, password]
      }
    for (name, value) in zip(Credentials.variables, values) { setenv(name, value, 1) }
  }

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
