import Foundation
import Testing
import Typesetting

@Suite struct HostileFormulasTests {
  static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static let endless: [String: String] = [
    "braces": many("{", 4900),
    "fractions": many(#"\frac{"#, 800),
    "loop": #"\def\a{\a}\a"#,
    "loop of two": #"\def\a{\b}\def\b{\a}\a"#,
    "growing loop": #"\def\a#1{\a{#1#1}}\a{x}"#,
    "doubling": #"\def\a{xx}"# + many(#"\expandafter\def\expandafter\a\expandafter{\a\a}"#, 60)
      + #"\a"#,
    "edef": #"\edef\a{xx}"# + many(#"\edef\a{\a\a}"#, 60) + #"\a"#,
    "let edef": #"\let\e=\edef\e\a{x}\e\a{\a\a}"#,
    "global edef": #"\global\edef\a{x}"#,
    "xdef": #"\xdef\a{x}\a"#,
    "a megabyte": many("x", 1 << 20),
    "a megabyte of braces": many("{", 1 << 20),
    "a rule of lines": #"\begin{array}{"# + many("|", 4900) + #"}x\end{array}"#,
  ]

  @Test("what never ends is an error", arguments: endless.keys.sorted())
  func ends(_ name: String) throws {
    let tex = try #require(Self.endless[name])
    #expect(throws: TeXError.self) { _ = try Workbench.formula(tex) }
  }

  @Test("the error says what is too much")
  func tooMuch() throws {
    let long = try #require(throws: TeXError.self) {
      try Workbench.formula(Self.many("x", 5_001))
    }
    #expect(long == TeXError(words: "The formula is longer than 5000 characters"))
    let deep = try #require(throws: TeXError.self) { try Workbench.formula(Self.many("{", 4900)) }
    #expect(deep == TeXError(words: "The formula is nested too deeply, or expands too far"))
  }

  @Test("a formula after a hostile one is set as ever")
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

  @Test("a formula of full length is set", arguments: ["x", #"\le "#])
  func long(_ piece: String) throws {
    let tex = Self.many(piece, 1000) + "x"
    #expect(try Workbench.formula(tex).hasPrefix("<span class=\"katex\">"))
  }

  @Test(
    "nothing in a formula becomes a tag, an attribute or an address",
    arguments: [
      #"\text{<script>alert(1)</script>}"#, #"\text{"onload="x}"#, "<img src=x>", "a' onload='x",
      #"\href{javascript:alert(1)}{x}"#, #"\url{javascript:alert(1)}"#, "&lt;",
      #"\htmlData{x=1" onclick="alert(1)}{x}"#, #"\htmlStyle{background:url(x)}{x}"#,
      #"\htmlId{a}{b}"#, #"\includegraphics[alt="><script>]{x}"#, #"\color{#abc" x="}{y}"#,
      #"\textcolor{red}{x}"#, #"\unicode{<}"#, #"\verb|<b>|"#, #"\def\a{<b>}\a"#,
      "</annotation><b>",
      #"\char"3C"#, #"\rule{1em}{1e9em}"#, #"\colorbox{red}{<}"#, #"\tag{<b>}"#, "]]><b>", "<!--",
    ], [false, true])
  func injection(_ tex: String, _ display: Bool) throws {
    guard let markup = try? Workbench.formula(tex, display: display) else { return }
    for tag in markup.matches(of: /<[^>]*>/) {
      #expect(isHarmless(tag.0), "\(tag.0)")
    }
    #expect(markup.count { $0 == "<" } == markup.count { $0 == ">" })
  }

  /// Whether KaTeX itself writes such a tag for a formula without addresses.
  private func isHarmless(_ tag: Substring) -> Bool {
    let names = [
      "span", "math", "semantics", "annotation", "svg", "path", "line", "mi", "mn", "mo", "mrow",
      "mtext", "mstyle", "mspace", "menclose", "mpadded", "mtable", "mtr", "mtd", "msup",
      "mlabeledtr",
    ]
    guard let match = tag.wholeMatch(of: /<\/?([a-z]+)((?: [a-z-]+="[^"<>]*")*)\/?>/) else {
      return false
    }
    let attributes = match.2.matches(of: /\ ([a-z-]+)="([^"]*)"/)
    return names.contains(String(match.1))
      && attributes.allSatisfy {
        !$0.1.hasPrefix("on") && !["href", "src", "id"].contains($0.1)
          && ($0.1 == "xmlns" || !$0.2.contains(":") || $0.1 == "style") && !$0.2.contains("url(")
      }
  }
}

extension TeXError {
  /// An error at a formula's start.
  fileprivate init(words: String) { self.init(words: words, line: 1, column: 1) }
}
