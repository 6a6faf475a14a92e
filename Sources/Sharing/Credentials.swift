internal import Foundation

/// The credentials for a remote cache.
///
/// They are read from the environment and used in request headers only: they never appear in
/// messages, pages or other processes.
public enum Credentials: Equatable, Sendable {
  /// No credentials.
  case none
  /// A token for `Authorization: Bearer`.
  case token(String)
  /// A user and a password for `Authorization: Basic`.
  case user(String, password: String)

  /// The environment variables for the token, the user and the password.
  public static let variables = [
    "GRADUS_REMOTE_CACHE_TOKEN", "GRADUS_REMOTE_CACHE_USER", "GRADUS_REMOTE_CACHE_PASSWORD",
  ]

  /// Reads the credentials from the environment of this process and erases them there: other
  /// processes of the same user, such as cells, can read the environment with which a process was
  /// started.
  ///
  /// It must be called before anything else reads the environment.
  public static func takenFromEnvironment() -> Credentials {
    let credentials = Credentials(environment: ProcessInfo.processInfo.environment)
    for name in variables {
      // Unsetting a variable does not erase the bytes with which the process was started.
      if let value = getenv(name) { memset(value, 0, strlen(value)) }
      unsetenv(name)
    }
    return credentials
  }

  /// Restores the environment variables, for a program that replaces this process with `exec`.
  public func restoreToEnvironment() {
    let values =
      switch self {
      case .none: [] as [String]
      case .token(let token): [token]
      case .user(let user, let password): ["", user, password]
      }
    for (name, value) in zip(Credentials.variables, values) { setenv(name, value, 1) }
  }

  /// Reads the credentials from an environment; a token takes precedence over a user.
  public init(environment: [String: String]) {
    let values = Credentials.variables.map { name -> String in
      // A token that was read from a file can end with a line end.
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
