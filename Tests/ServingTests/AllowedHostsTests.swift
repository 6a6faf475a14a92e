import Testing

@testable import Serving

@Suite struct AllowedHostsTests {
  @Test(arguments: [
    ("localhost", true), ("localhost:8000", true), ("LOCALHOST:8000", true),
    ("127.0.0.1:8000", true), ("[::1]:8000", true), ("[::1]", true),
    ("evil.example", false), ("evil.example:8000", false), ("localhost.evil.example", false),
    ("127.0.0.1.evil.example", false), ("192.168.0.7", false), ("desk", false), ("", false),
    (":8000", false), ("localhost:", false), ("localhost:80:80", false), ("::1", false),
    ("localhost@evil.example", false), ("localhost/", false),
  ])
  func onlyLoopbackNamesAreAllowed(header: String, isAllowed: Bool) throws {
    let address = try #require(ListeningAddress("127.0.0.1"))
    #expect(AllowedHosts(address, machine: "desk").allows(header) == isAllowed)
  }

  @Test func aRequestWithoutAHostIsRejected() throws {
    #expect(!AllowedHosts(try #require(ListeningAddress("0.0.0.0")), machine: "desk").allows(nil))
  }

  @Test(arguments: [
    ("192.168.0.7:8000", true), ("[fe80::1]:8000", true), ("desk:8000", true), ("Desk", true),
    ("localhost", true), ("evil.example", false), ("desk.evil.example", false),
    ("192.168.0.7.evil.example", false),
  ])
  func onAllInterfacesTheMachinesNameAndAddressesAreAllowed(header: String, isAllowed: Bool) throws
  {
    for text in ["0.0.0.0", "::"] {
      let address = try #require(ListeningAddress(text))
      #expect(AllowedHosts(address, machine: "desk").allows(header) == isAllowed)
    }
  }

  @Test func theListeningAddressIsAllowed() throws {
    let hosts = AllowedHosts(try #require(ListeningAddress("192.168.0.7")), machine: "desk")
    #expect(hosts.allows("192.168.0.7:8000") && !hosts.allows("192.168.0.8:8000"))
  }

  @Test(arguments: ["", "here", "evil.example", "1.2.3", "127.0.0.1:8000", "[::1]", "1.2.3.4.5"])
  func invalidAddressesAreRejected(words: String) { #expect(ListeningAddress(words) == nil) }

  @Test(arguments: [
    ("localhost", "http://127.0.0.1:80/", true), ("127.0.0.2", "http://127.0.0.2:80/", true),
    ("::1", "http://[::1]:80/", true), ("0.0.0.0", "http://127.0.0.1:80/", false),
    ("10.0.0.1", "http://10.0.0.1:80/", false),
  ])
  func anAddressHasAURLAndKnowsIfItIsLoopback(words: String, url: String, isLoopback: Bool) throws {
    let address = try #require(ListeningAddress(words))
    #expect(address.url(port: 80) == url && address.isLoopback == isLoopback)
  }
}
