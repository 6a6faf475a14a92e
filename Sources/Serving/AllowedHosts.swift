/// The host names that requests to a preview can use.
///
/// This prevents DNS rebinding: a foreign page can make a name of its own resolve to this server and
/// then read the responses. Its requests still carry that name, so only known names are allowed.
struct AllowedHosts {
  private let address: ListeningAddress
  private let machine: String

  /// The names of a server that listens on `address` on a machine called `machine`.
  init(_ address: ListeningAddress, machine: String) {
    self.address = address
    self.machine = machine
  }

  /// Whether a `Host` header (a name or an address, optionally with a port) is allowed.
  func allows(_ header: String?) -> Bool {
    guard let name = header.flatMap(AllowedHosts.name)?.lowercased() else { return false }
    if ["localhost", "127.0.0.1", "::1", address.text].contains(name) { return true }
    // A foreign name can be made to resolve to this server, an address cannot.
    return address.isAny && (name == machine.lowercased() || ListeningAddress(name) != nil)
  }

  /// The host without its port and without the brackets of an IPv6 address.
  private static func name(of header: String) -> String? {
    guard let match = header.wholeMatch(of: /(?:\[([0-9A-Fa-f:.]+)\]|([^:\[\]]+))(?::\d+)?/)
    else { return nil }
    return (match.1 ?? match.2).map(String.init)
  }
}
