import Drawing
import Testing

@Suite struct TextWrappingTests {
  @Test(
    "lines break at spaces, hyphens, ideographs and in long words",
    arguments: [
      ("one two", 1000.0, ["one two"]), ("one two", 40, ["one", "two"]),
      ("  spaces   kept inside  ", 1000, ["spaces   kept inside"]), ("", 100, []),
      ("Kaiming-He", 70, ["Kaiming-", "He"]), ("梯度消失", 30, ["梯度", "消失"]),
      ("abcdefgh", 30, ["abc", "def", "gh"]), ("a", 0, ["a"]),
    ])
  func lines(_ text: String, _ width: Double, _ expected: [String]) {
    #expect(TextWrapping.lines(text, within: width, size: 14) == expected)
  }

  @Test("lines fit the width and no character is lost")
  func properties() {
    let text = "a gradient–descent step 梯度消失 with unbelievablylongcompoundwords and e\u{301}"
    for width in stride(from: 20.0, to: 300, by: 7) {
      let lines = TextWrapping.lines(text, within: width, size: 14)
      #expect(lines.allSatisfy { TextWidth.of($0, size: 14) <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test("text beyond the last line becomes an ellipsis")
  func ellipsis() {
    let lines = TextWrapping.lines("one two three", within: 45, atMost: 2, size: 14)
    #expect(lines == ["one", "two…"])
    #expect(TextWrapping.lines("one", within: 45, atMost: 2, size: 14) == ["one"])
  }

  @Test("words that are too wide are detected")
  func breaks() {
    #expect(TextWrapping.breaksWords("a unbelievable", within: 60, size: 14))
    #expect(!TextWrapping.breaksWords("a b c d e f g", within: 60, size: 14))
  }
}
