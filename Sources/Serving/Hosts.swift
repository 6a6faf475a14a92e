/// By which names a preview may be asked for.
///
/// A page of somebody else's may give a name of its own our address and then read what we serve
/// (DNS rebinding). Its requests still carry that name, so only names that we know are admitted.
struct Hosts {
  private let address: ListeningAddress
  private let machine: String

  /// The names of a server that listens at `address` on a machine called `machine`.
  init(_ address: ListeningAddress, machine: String) {
    (self.address, self.machine) = (address, machine)
  }

  /// Whether a request may say this in its `Host`: a name or an address, then a port or none.
  func admits(_ header: String?) -> Bool {
    guard let name = header.flatMap(Hosts.name)?.lowercased() else { return false }
    if ["localhost", "127.0.0.1", "::1", address.text].contains(name) { return true }
    // A name that leads elsewhere can be made to lead here, an address cannot.
    return address.isAny && (name == machine.lowercased() || ListeningAddress(name) != nil)
  }

  /// The host without its port and, of an address of version 6, its brackets.
  private static func name(of header: String) -> String? {
    guard let match = header.wholeMatch(of: /(?:\[([0-9A-Fa-f:.]+)\]|([^:\[\]]+))(?::\d+)?/)
    else { return nil }
    return (match.1 ?? match.2).map(String.init)
  }
}
