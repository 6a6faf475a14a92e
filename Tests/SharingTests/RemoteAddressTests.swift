import Sharing
import Testing

@Suite struct RemoteAddressTests {
  @Test(arguments: [
    ("http://localhost", "http://localhost"), ("https://a.org/b/c//", "https://a.org/b/c"),
    ("http://[::1]:8080/", "http://[::1]:8080"),
  ])
  func anAddressIsReadWithoutTheStrokesAtItsEnd(_ text: String, _ address: String) throws {
    #expect(try RemoteAddress(text).text == address)
  }

  static let none = "the remote cache has no address that begins with 'http://' or 'https://'"

  static let refused = [
    ("cache.example.org", none), ("file:///etc", none), ("http://", none), ("", none),
    ("http://me:secret@a.org", "the address of the remote cache holds a user or a password"),
    ("http://a.org/?key=secret", "the address of the remote cache must end before '?' and '#'"),
    ("http://a.org/#secret", "the address of the remote cache must end before '?' and '#'"),
  ]

  @Test(arguments: refused)
  func whatIsNoneIsRefusedAndItsSecretsAreNotRepeated(_ text: String, _ summary: String) {
    let trouble = #expect(throws: Trouble.self) { try RemoteAddress(text) }
    #expect(trouble?.summary == summary)
    #expect(trouble?.help?.contains("secret") != true)
  }
}
