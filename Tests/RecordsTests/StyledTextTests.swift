import Records
import Testing

struct StyledTextTests {
  @Test func plainTextIsRecordedUnchanged() {
    for text in ["", "a\nb", "[31m", "\u{1B}[2J"] {
      #expect(StyledText(text).plain == text)
      #expect(StyledText(text).recorded == text)
    }
  }

  @Test func stylesRoundTrip() {
    for color in TextStyle.Color.allCases {
      var first = TextStyle()
      first.foreground = color
      first.isBold = true
      var second = TextStyle()
      second.background = color
      second.isItalic = true
      second.isUnderlined = true
      second.isStruck = true
      second.isInverse = true
      var text = StyledText()
      text.append("a", first)
      text.append("b", second)
      text.append("c", TextStyle())
      #expect(StyledText(text.recorded) == text)
      #expect(text.plain == "abc")
    }
  }

  @Test(arguments: [
    ([31], TextStyle.Color.red), ([91], .red), ([38, 5, 9], .red), ([38, 5, 160], .red),
    ([38, 2, 200, 30, 30], .red), ([32], .green), ([33], .yellow), ([38, 2, 255, 200, 0], .yellow),
    ([34], .blue), ([38, 5, 21], .blue), ([35], .magenta), ([36], .cyan), ([90], .gray),
    ([38, 5, 244], .gray), ([37], .strong), ([97], .strong), ([38, 5, 255], .strong),
    ([38, 2, 128, 128, 128], .gray), ([38, 2, 250, 250, 250], .strong), ([30], nil),
    ([38, 2, 0, 0, 0], nil), ([38, 5, 16], nil), ([31, 39], nil), ([31, 0], nil), ([38], nil),
    ([38, 5], nil), ([38, 7, 1], nil), ([1000], nil),
  ])
  func everyColorIsMapped(parameters: [Int], color: TextStyle.Color?) {
    var style = TextStyle()
    style.apply(parameters)
    #expect(style.foreground == color)
    var other = TextStyle()
    other.apply(parameters.map { [38: 48, 39: 49][$0] ?? ($0 >= 30 && $0 < 100 ? $0 + 10 : $0) })
    if parameters.first != 38 { #expect(other.background == color) }
  }

  @Test func everyStyleCanBeReset() {
    var style = TextStyle()
    style.apply([1, 3, 4, 7, 9, 31, 42])
    style.apply([22, 23, 24, 27, 29, 39, 49])
    #expect(style == TextStyle())
  }
}
