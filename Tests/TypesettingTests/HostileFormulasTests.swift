import Foundation
import Testing
import Typesetting

@Suite struct HostileFormulasTests {
  static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  private static func letter(_ index: Int) -> Character {
    Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(index)))
  }

  static let endless: [String: String] = [
    "braces": many("{", 4900),
    "fractions": many(#"\frac{"#, 800),
    "loop": #"\def\a{\a}\a"#,
    "loop of two": #"\def\a{\b}\def\b{\a}\a"#,
    "growing loop": #"\def\a#1{\a{#1#1}}\a{x}"#,
    "growing definitions": (1...20).map {
      "\\def\\\(letter($0 - 1)){\\\(letter($0))\\\(letter($0))}"
    }
    .joined() + "\\def\\\(letter(20)){xx}\\\(letter(0))",
    "edef": #"\edef\a{xx}"# + many(#"\edef\a{\a\a}"#, 60) + #"\a"#,
    "let edef": #"\let\e=\edef\e\a{x}\e\a{\a\a}"#,
    "global edef": #"\global\edef\a{x}"#,
    "xdef": #"\xdef\a{x}\a"#,
    "a megabyte": many("x", 1 << 20),
    "a megabyte of braces": many("{", 1 << 20),
    "a rule of lines": #"\begin{array}{"# + many("|", 4900) + #"}x\end{array}"#,
  ]

  @Test("runaway formulas are errors", arguments: endless.keys.sorted())
  func ends(_ name: String) throws {
    let tex = try #require(Self.endless[name])
    #expect(throws: TeXError.self) { _ = try TypesettingFixture.formula(tex) }
  }

  @Test("the error states which limit is exceeded")
  func exceededLimit() throws {
    let long = try #require(throws: TeXError.self) {
      try TypesettingFixture.formula(Self.many("x", 5_001))
    }
    #expect(long == TeXError(message: "The formula is longer than 5000 characters"))
    let deep = try #require(throws: TeXError.self) {
      try TypesettingFixture.formula(Self.many("{", 4900))
    }
    #expect(deep == TeXError(message: "The formula is nested too deeply, or expands too far"))
  }

  @Test("a formula after a hostile one is rendered as before")
  func recovers() throws {
    let typesetter = try Typesetter()
    let before = try typesetter.formula("a", display: false)
    #expect(throws: TeXError.self) {
      try typesetter.formula(Self.many("{", 4900), display: false)
    }
    let other = try Typesetter()
    #expect(
      try typesetter.formula("b", display: true) == other.formula("b", display: true))
    #expect(try typesetter.formula("a", display: false) == before)
  }

  @Test("a formula of the maximum length is rendered", arguments: ["x", #"\le x"#, #"\alpha+"#])
  func long(_ piece: String) throws {
    let tex = Self.many(piece, 5_000 / piece.count)
    #expect(try TypesettingFixture.formula(tex).hasPrefix("<span class=\"katex\">"))
  }
}

extension TeXError {
  /// Creates an error at the start of a formula.
  fileprivate init(message: String) { self.init(message: message, line: 1, column: 1) }
}
