import Sharing
import Testing

@Suite struct RemoteAddressTests {
  @Test(arguments: [
    ("http://localhost", "http://localhost"), ("https://a.org/b/c//", "https://a.org/b/c"),
    ("http://[::1]:8080/", "http://[::1]:8080"),
  ])
  func trailingSlashesAreRemoved(_ text: String, _ address: String) throws {
    #expect(try RemoteAddress(text).text == address)
  }

  static let none = "the address of the remote cache must begin with 'http://' or 'https://'"

  static let invalid = [
    ("cache.example.org", none), ("file:///etc", none), ("http://", none), ("", none),
    (
      "http://me:secret@a.org",
      "the address of the remote cache must not contain a user or a password"
    ),
    ("http://a.org/?key=secret", "the address of the remote cache must not contain '?' or '#'"),
    ("http://a.org/#secret", "the address of the remote cache must not contain '?' or '#'"),
  ]

  @Test(arguments: invalid)
  func invalidAddressesAreRejectedWithoutSecrets(_ text: String, _ summary: String) {
    let trouble = #expect(throws: Trouble.self) { try RemoteAddress(text) }
    #expect(trouble?.summary == summary)
    #expect(trouble?.help?.contains("secret") != true)
  }
}
