import Laboratory
import Testing

@Test func messagesHaveTheirFirstNoteAndNoGroup() throws {
  let messages = CompilerMessage.all(
    in: """
      lessons/a b.md:12:5: error: cannot find 'x' in scope: y
      x
      ^
      lessons/a b.md:9:1: note: first [#note]
      other.swift:8:1: note: second
      error: emit-module command failed
      <unknown>:0: error: not placed
      main.swift:3:7: warning: unused [#no-usage]
      """)
  #expect(messages.map(\.severity) == [.error, .warning])
  #expect(messages.map(\.file) == ["lessons/a b.md", "main.swift"])
  #expect(messages.map(\.line) == [12, 3])
  #expect(messages.map(\.column) == [5, 7])
  #expect(messages.map(\.text) == ["cannot find 'x' in scope: y", "unused"])
  #expect(messages.map(\.note?.text) == ["first", nil])
  #expect(messages.map(\.note?.line) == [9, nil])
}
