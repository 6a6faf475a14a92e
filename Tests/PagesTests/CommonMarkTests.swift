import CCmark
import Foundation
import Lessons
import Pages
import Testing

/// Text without Gradus's additions is rendered exactly as by CommonMark's reference implementation.
@Suite struct CommonMarkTests {
  /// The reference implementation's HTML.
  private func reference(_ markdown: String) -> String {
    guard let html = cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_DEFAULT) else {
      return ""
    }
    defer { free(html) }
    return String(cString: html)
  }

  private func gradus(_ markdown: String) -> String {
    var diagnostics: [Diagnostic] = []
    let lesson = Lesson.parse(fragment: markdown, file: "-", diagnostics: &diagnostics)
    return Fragment(lesson, typesetter: typesetter).html.replacing(/\ id="[^"]*"/, with: "")
  }

  /// Pieces of every construct, of which random documents consist.
  static let pieces = [
    "word", "two words", "*em*", "**strong**", "***both***", "_a_", "__b__", "a*b*c", "a_b_c",
    "`code`", "`` a`b ``", "``", "`", "*", "**", "_", "[link](/url \"title\")", "[a](<b c>)",
    "[ref]", "[ref][]", "[text][ref]", "![alt *em*](/img.png \"t\")", "![ref]",
    "<https://e.org/?a=b&c>",
    "<m@e.org>", "\\*", "\\\\", "&amp;", "&copy;", "&#35;", "&", "<", ">", "\"", "'", "é", "梯度",
    "\u{A0}", "!", "[", "]", "(", ")", "#", "-", "+", "1.", "$", "$5", "|", "\t", "  ", "~~~",
    "http://e.org/a_b", "[](/empty)", "[a](/b'c\"d)", "[a](/φου?x=[1]`)",
  ]
  static let starts = [
    "", "", "", "# ", "### ", "> ", "> > ", "- ", "* ", "  - ", "1. ", "7) ", "    ", "\t", "---",
    "===", "***", "``` ruby", "~~~", "   ", ">", "-", "- - ", "> - ", "[ref]: /url 'ref title'",
  ]

  @Test(arguments: 0..<40) func randomDocumentsAreRenderedLikeTheReference(_ seed: UInt64) {
    var generator = Seeded(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    for _ in 0..<50 {
      let document = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        line(&generator, Self.pieces)
      }.joined(separator: "\n")
      #expect(gradus(document) == reference(document), "\(document)")
    }
  }

  private func line(_ generator: inout Seeded, _ pieces: [String]) -> String {
    guard Int.random(in: 0..<5, using: &generator) > 0 else { return "" }
    let words = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }
    return (Self.starts.randomElement(using: &generator) ?? "") + words.joined(separator: " ")
  }

  /// Pieces of Gradus's additions, complete and incomplete.
  static let additions = [
    "$x$", "$$ y $$", "$$", "$", "$x_{1}$", "$`z`$", "\\$", "{#eq:a}", "|", "| a | b |",
    "|---|---|",
    "|:-:|", "\\|", "[^a]", "[^a]:", "[^b]: note", "[@key]", "[@a; @b]", "`{swift} v`", "[!NOTE]",
    "[w](claim:c)", "[](fig:f)", "``` math", "```", "\u{10FF00}1\u{10FF01}", "\u{10FF02}",
  ]

  /// No text causes a crash or leaves a placeholder in the output.
  @Test(arguments: 0..<40) func randomAdditionsLeaveNoPlaceholder(_ seed: UInt64) {
    var generator = Seeded(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 7)
    for _ in 0..<50 {
      let lines = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        line(&generator, Self.pieces + Self.additions + Self.additions)
      }
      let document = lines.joined(separator: "\n")
      let html = gradus(document)
      #expect(!html.unicodeScalars.contains { $0.value >= 0x10FF00 }, "\(document)")
    }
  }

  @Test func tooDeeplyNestedBlocksAreReported() {
    var diagnostics: [Diagnostic] = []
    let quotes = String(repeating: ">", count: 50_000) + " deep"
    _ = Lesson.parse(fragment: quotes, file: "-", diagnostics: &diagnostics)
    #expect(
      diagnostics.map(\.description) == ["-:1: error: blocks are nested too deeply here"])
  }
}

/// A seeded generator, so that a failing document can be reproduced.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
