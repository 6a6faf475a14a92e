import Foundation
import Markup
import Testing

@Suite struct HTMLTests {
  @Test(
    "values cannot open a tag, end an attribute or start a character reference",
    arguments: [
      "<script>alert(1)</script>", "\" onload=\"x", "' onload='x", "</title><b>", "&lt;", "&#x3c;",
      "]]>", "-->", "<!--", "<svg/onload=x>", "\u{0}<", "＜b＞\u{301}<", "a\u{301}\"", "<\u{301}b>",
    ])
  func noInjection(_ value: String) {
    let html: HTML = "<p title=\"\(value)\">\(value)</p>"
    let frame = "<p title=\"\"></p>"
    for special in "<>\"".unicodeScalars {
      let count = html.text.unicodeScalars.count { $0 == special }
      #expect(count == frame.unicodeScalars.count { $0 == special }, "\(special)")
    }
    #expect(unescaped(HTML(escaping: value).text) == value.replacing("\u{0}", with: "\u{FFFD}"))
  }

  @Test("special characters are escaped, all others are unchanged")
  func everyCharacter() {
    for code in UInt32(0)..<0x3000 {
      guard let scalar = UnicodeScalar(code) else { continue }
      let text = HTML(escaping: String(scalar)).text
      switch scalar {
      case "&": #expect(text == "&amp;")
      case "<": #expect(text == "&lt;")
      case ">": #expect(text == "&gt;")
      case "\"": #expect(text == "&quot;")
      case "\t", "\n", "\r": #expect(text == String(scalar))
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}": #expect(text == "\u{FFFD}")
      default: #expect(text == String(scalar))
      }
    }
  }

  @Test(
    "noncharacters are replaced",
    arguments: [
      (0xFDD0, true), (0xFDEF, true), (0xFFFE, true), (0xFFFF, true), (0x1FFFE, true),
      (0x10FFFF, true), (0xFDF0, false), (0xFFFD, false), (0xFF5E, false), (0x1F600, false),
      (0xFE0F, false), (0x1F3FF, false),
    ] as [(Int, Bool)])
  func noncharacters(code: Int, isForbidden: Bool) throws {
    let text = String(try #require(Unicode.Scalar(UInt32(code))))
    #expect(HTML(escaping: "a\(text)b").text == (isForbidden ? "a\u{FFFD}b" : "a\(text)b"))
  }

  @Test("a string literal inside an interpolation is a value, not markup")
  func literalsInside() {
    let html: HTML = "\("<b>")\(true ? "<i>" : "")\("<u>"[...])"
    #expect(html.text == "&lt;b&gt;&lt;i&gt;&lt;u&gt;")
  }

  @Test("markup is inserted unchanged, alone, optional or in sequences")
  func markup() {
    let bold: HTML = "<b>\("&")</b>"
    let none: HTML? = nil
    #expect(("\(bold)\(none)\(Optional(bold))" as HTML).text == "<b>&amp;</b><b>&amp;</b>")
    #expect(("\([bold, "<br>"])" as HTML).text == "<b>&amp;</b><br>")
    #expect(["a", "b", "<br>"].joined(separator: ", ").text == "a, b, <br>")
    #expect((bold + "<br>").text == "<b>&amp;</b><br>")
    #expect(HTML(unescaped: "<hr>").text == "<hr>")
  }

  @Test("numbers are written in full")
  func numbers() {
    let html: HTML = "\(-3) \(UInt8(200)) \(0.1) \(Float(0.1)) \(Double.nan)"
    #expect(html.text == "-3 200 0.1 0.1 nan")
  }

  @Test("appended pieces are complete and in order")
  func pieces() {
    var page = HTML()
    for number in 0..<5000 { page += "<p>\(number) & more</p>\n" }
    let lines = page.text.split(separator: "\n")
    #expect(lines.count == 5000)
    #expect(lines[4321] == "<p>4321 & more</p>")
  }

  /// Undoes escaping scalar by scalar, so that a combining mark after `;` makes no difference.
  private func unescaped(_ text: String) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
    return pairs.reduce(text) { text, pair in
      text.replacingOccurrences(of: pair.0, with: pair.1, options: .literal)
    }
  }
}
