import Laboratory
import Records
import Testing

/// Output is shown in its final state in a terminal.
struct TerminalScreenTests {
  private static let noncharacters = ([0xFFFE, 0xFDD0, 0x1FFFF] as [UInt32]).compactMap(
    Unicode.Scalar.init
  )
  .map(String.init).joined()

  static let cases: [(printed: String, shown: String)] = [
    // As it is.
    ("", ""), ("a\nb\n", "a\nb\n"), ("\n\na", "\n\na"), ("a\tb\tc\n", "a\tb\tc\n"),
    ("é° ² ～ 😀\n", "é° ² ～ 😀\n"), ("a\r\nb\r\n", "a\nb\n"),
    // A line is drawn over.
    ("10%\r20%\r100%\n", "100%\n"), ("100%\r20%\n", "20%%\n"), ("100%\r\u{1B}[K20%\n", "20%\n"),
    ("a\r\u{1B}[2Kb", "b"), ("abc\u{1B}[1K!", "   !"), ("abc\u{8}\u{8}X\n", "aXc\n"),
    ("\u{8}\u{8}a\n", "a\n"), ("working\r\u{1B}[K", ""),
    ("漢字\rab", "ab字"), ("漢字\ra", "a 字"), ("ab\r漢", "漢"), ("a👍🏽b\rcd", "cd b"),
    ("e\u{301}x\ra", "ax"),
    // Tabs are columns as soon as something is written over them.
    ("a\tb\rXYZ", "XYZ     b"), ("a\tb\r\n", "a\tb\n"), ("\t\rx", "x       "),
    // The cursor moves.
    ("one\ntwo\n\u{1B}[2A\u{1B}[KONE\n\u{1B}[1B", "ONE\ntwo\n"),
    ("one\ntwo\u{1B}[A\u{1B}[3Dx\n", "xne\ntwo"), ("a\u{1B}[3Cb", "a   b"),
    ("a\u{1B}[5Gb\u{1B}[1Gc", "c   b"), ("a\nb\nc\u{1B}[Fx\u{1B}[Ey", "a\nx\ny"),
    ("abc\u{1B}7de\u{1B}8X", "abcXe"), ("abc\u{1B}[sde\u{1B}[uX", "abcXe"),
    ("frame 1\nx\u{1B}[2J\u{1B}[Hframe 2\n", "frame 2\n"), ("a\nb\u{1B}[1;1H\u{1B}[Jc", "c"),
    ("a\nb\u{1B}[1Jc", "\n c"), ("ab\u{1B}[1;1H\u{1B}M\u{1B}[1Px", "x"),
    ("abcd\u{1B}[2D\u{1B}[P", "abd"), ("abcd\u{1B}[3D\u{1B}[2@", "a  bcd"),
    ("abcd\u{1B}[3D\u{1B}[2X", "a  d"), ("a\nc\u{1B}[Lb", "a\n b\nc"),
    ("a\nb\u{1B}[A\u{1B}[M", "b"),
    ("a\u{B}b\u{C}c", "a\n b\n  c"), ("x\u{1B}cy", "y"),
    // What no terminal shows is not there.
    ("\u{0}", ""), ("a\u{0}b\u{7}c\u{7F}d\u{E}\u{F}\n", "abcd\n"), ("a\u{85}b\u{9F}", "ab"),
    ("\u{1B}]0;title\u{7}a", "a"),
    ("\u{1B}]8;;https://e.org\u{1B}\\link\u{1B}]8;;\u{1B}\\!", "link!"),
    ("\u{1B}P1$r\u{1B}\\a", "a"), ("\u{1B}(B\u{1B}=a\u{1B}[?25l\u{1B}[>c\u{1B}[6nb\u{1B}[!p", "ab"),
    ("a" + noncharacters + "b\u{1B}", "a\u{FFFD}\u{FFFD}\u{FFFD}b"), ("a\u{1B}[", "a"),
    ("a\u{1B}[1", "a"), ("a\u{1B}[1\nb", "a\nb"), ("a\u{1B}\u{1B}[Db", "b"), ("\u{9B}2Ca", "  a"),
    // Colours, whichever way they are asked for.
    ("\u{1B}[31mred\u{1B}[0m.", "\u{1B}[0;31mred\u{1B}[0m."),
    ("\u{1B}[1;38;5;196mred\u{1B}[m.\n", "\u{1B}[0;1;31mred\u{1B}[0m.\n"),
    ("\u{1B}[38;2;10;200;20mgreen", "\u{1B}[0;32mgreen"),
    ("\u{1B}[38:5:4mblue", "\u{1B}[0;34mblue"),
    ("\u{1B}[31ma\u{1B}[31mb", "\u{1B}[0;31mab"), ("\u{1B}[31m\u{1B}[39ma", "a"),
    ("\u{1B}[31mab\u{1B}[0m\r\u{1B}[32mc", "\u{1B}[0;32mc\u{1B}[0;31mb"),
    ("\u{1B}[30ma\u{1B}[40mb", "ab"),
  ]

  @Test(arguments: cases) func outputIsRenderedAsByATerminal(printed: String, shown: String) {
    #expect(TerminalScreen.text(of: printed) == shown)
  }

  @Test(arguments: cases) func renderedOutputDoesNotChange(printed: String, shown: String) {
    #expect(TerminalScreen.text(of: shown) == shown)
  }

  /// Hostile control sequences cannot use much memory.
  @Test(arguments: [
    "\u{1B}[999999999B", "\u{1B}[999999999C", "\u{1B}[999999999;999999999Hx",
    "\u{1B}[99999999999999999999L",
    "a\u{1B}[D\u{1B}[999999999@", "\u{1B}[999999999X", "\u{1B}[999999999P",
    "a\n\u{1B}[A\u{1B}[999999999M",
    "\u{1B}[-1A\u{1B}[;;;;m\u{1B}[38m\u{1B}[38;5m\u{1B}[38;2;1m\u{1B}[48;5;999m",
  ])
  func hugeNumbersAreBounded(printed: String) {
    let text = TerminalScreen.text(of: String(repeating: printed, count: 3) + "end")
    #expect(text.utf8.count < 2_000_000)
    #expect(StyledText(text).plain.contains("end"))
  }

  /// Random bytes never produce control characters on a page.
  @Test func randomBytesBecomeText() {
    var generator = Seeded(state: 7)
    let bytes: [UInt8] = Array("\u{1B}[0123456789;?mHJKABCDGPLMX@ab\n\r\t\u{8}\u{0}漢é".utf8)
    for _ in 0..<300 {
      let raw = (0..<200).map { _ in
        Bool.random(using: &generator)
          ? bytes.randomElement(using: &generator)! : UInt8.random(in: 0...255, using: &generator)
      }
      let text = TerminalScreen.text(of: String(decoding: raw, as: UTF8.self))
      let plain = StyledText(text).plain
      #expect(
        plain.unicodeScalars.allSatisfy {
          $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
        })
      #expect(StyledText(StyledText(text).recorded) == StyledText(text))
    }
  }
}

/// A seeded generator.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
