internal import FlyingFox
internal import FlyingSocks
internal import Foundation

/// An IP address on which the preview server listens.
package struct ListeningAddress: Sendable, Equatable {
  /// The address as text, such as `127.0.0.1` or `::1`.
  package let text: String
  private let version: Version

  private enum Version: Equatable {
    case version4, version6
  }

  /// Parses an IPv4 or IPv6 address, or `localhost`; returns nil for anything else.
  package init?(_ argument: String) {
    text = argument == "localhost" ? "127.0.0.1" : argument
    var number = in6_addr()
    if inet_pton(AF_INET, text, &number) == 1 {
      version = .version4
    } else if inet_pton(AF_INET6, text, &number) == 1 {
      version = .version6
    } else {
      return nil
    }
  }

  /// Whether it means all addresses of the machine.
  var isAny: Bool { text == "0.0.0.0" || text == "::" }

  /// Whether it is reachable from this machine only.
  package var isLoopback: Bool { text.hasPrefix("127.") || text == "::1" }

  /// The URL to open in a browser; for all addresses, that of the loopback interface.
  package func url(port: UInt16) -> String {
    let host = isAny ? "127.0.0.1" : version == .version6 ? "[\(text)]" : text
    return "http://\(host):\(port)/"
  }

  /// The address as the socket API expects it.
  func socketAddress(port: UInt16) -> any SocketAddress {
    switch version {
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
