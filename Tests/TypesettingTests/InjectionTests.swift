import Testing

@Suite struct InjectionTests {
  @Test(
    "a formula cannot create tags, attributes or addresses",
    arguments: [
      #"\text{<script>alert(1)</script>}"#, #"\text{"onload="x}"#, "<img src=x>", "a' onload='x",
      #"\href{javascript:alert(1)}{x}"#, #"\url{javascript:alert(1)}"#, "&lt;",
      #"\htmlData{x=1" onclick="alert(1)}{x}"#, #"\htmlStyle{background:url(x)}{x}"#,
      #"\htmlId{a}{b}"#, #"\includegraphics[alt="><script>]{x}"#, #"\color{#abc" x="}{y}"#,
      #"\textcolor{red}{x}"#, #"\unicode{<}"#, #"\verb|<b>|"#, #"\def\a{<b>}\a"#,
      "</annotation><b>", #"\operatorname{<b>}"#, #"\newcommand\a[1]{#1<}\a{<b>}"#,
      #"\char"3C"#, #"\rule{1em}{1e9em}"#, #"\colorbox{red}{<}"#, #"\tag{<b>}"#, "]]><b>", "<!--",
    ], [false, true])
  func injection(_ tex: String, _ display: Bool) throws {
    guard let markup = try? TypesettingFixture.formula(tex, display: display) else { return }
    for tag in markup.matches(of: /<[^>]*>/) {
      #expect(isHarmless(tag.0), "\(tag.0)")
    }
    #expect(markup.count { $0 == "<" } == markup.count { $0 == ">" })
  }

  /// Whether KaTeX writes such a tag for formulas without addresses.
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
