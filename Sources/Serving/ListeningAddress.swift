internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// An address of this machine at which a preview can be asked for.
package struct ListeningAddress: Sendable, Equatable {
  /// The address as it is written.
  package let text: String
  private let form: Form

  private enum Form: Equatable {
    case version4, version6
  }

  /// The address that a user means: one of version 4 or 6, or `localhost`; nil where it is none.
  package init?(_ words: String) {
    text = words == "localhost" ? "127.0.0.1" : words
    var number = in6_addr()
    if inet_pton(AF_INET, text, &number) == 1 {
      form = .version4
    } else if inet_pton(AF_INET6, text, &number) == 1 {
      form = .version6
    } else {
      return nil
    }
  }

  /// Whether it stands for every address that the machine has.
  var isAny: Bool { text == "0.0.0.0" || text == "::" }

  /// Whether only this machine can reach it.
  package var isLoopback: Bool { text.hasPrefix("127.") || text == "::1" }

  /// The address of a page there, for people.
  package func url(port: UInt16) -> String {
    let host = isAny ? "127.0.0.1" : form == .version6 ? "[\(text)]" : text
    return "http://\(host):\(port)/"
  }

  /// The same for the system.
  func socketAddress(port: UInt16) -> any SocketAddress {
    switch form {
    case .version4:
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      inet_pton(AF_INET, text, &address.sin_addr)
      return address
    case .version6:
      var address = sockaddr_in6()
      address.sin6_family = sa_family_t(AF_INET6)
      address.sin6_port = port.bigEndian
      inet_pton(AF_INET6, text, &address.sin6_addr)
      return address
    }
  }
}
