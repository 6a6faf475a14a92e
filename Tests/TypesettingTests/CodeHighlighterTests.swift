import Testing
import Typesetting

@Suite struct CodeHighlighterTests {
  static let listings: [String: (language: String, markup: String)] = [
    "let peak = 0.25  // why": (
      "swift", "<k>let</> peak = <n>0.25</>  <c>// why</>"
    ),
    "func f<T>(_ a: [T]) async -> Int? { nil }": (
      "swift",
      "<k>func</> <f>f</>&lt;T&gt;(_ a: [T]) <k>async</> -&gt; <t>Int?</> { <k>nil</> }"
    ),
    "struct Linear: Module {}": ("swift", "<k>struct</> <t>Linear</>: <t>Module</> {}"),
    #"print("a \(f(b, c: "d")) e \n")"#: (
      "swift", #"print(<s>"a </>\(f(b, c: <s>"d"</>))<s> e \n"</>)"#
    ),
    "/* a /* b */ c */ any P": ("swift", "<c>/* a /* b */ c */</> <k>any</> <t>P</>"),
    "for i in $(ls); do echo \"$i\" # all\ndone": (
      "sh",
      "<k>for</> i <k>in</> $(ls); <k>do</> echo <s>\"</><a>$i</><s>\"</> <c># all</>\n<k>done</>"
    ),
    "if true; then exit 1; fi": (
      "bash", "<k>if</> <k>true</>; <k>then</> exit 1; <k>fi</>"
    ),
    #"{"a": [1, true, "b"]}"#: (
      "json", #"{<a>"a"</>: [<n>1</>, <k>true</>, <s>"b"</>]}"#
    ),
    "def f(x):\n    return 'a'  # b": (
      "python", "<k>def</> <f>f</>(x):\n    <k>return</> <s>'a'</>  <c># b</>"
    ),
    "seed: 1 # one\ntitle: \"a\"": (
      "yaml", "<a>seed:</> <n>1</> <c># one</>\n<a>title:</> <s>\"a\"</>"
    ),
    "": ("swift", ""),
  ]

  @Test("tokens have the class of their kind", arguments: listings.keys.sorted())
  func kinds(_ code: String) throws {
    let (language, markup) = try #require(Self.listings[code])
    let brief = try #require(try TypesettingFixture.highlighted(code, language))
      .replacing(/<span class="([a-z])">/) { "<\($0.1)>" }.replacing("</span>", with: "</>")
    #expect(brief == markup)
  }

  @Test("every kind has its own class")
  func classes() {
    #expect(Set(TokenKind.allCases.map(\.rawValue)).count == TokenKind.allCases.count)
    let used = Self.listings.values.flatMap { $0.markup.matches(of: /<([a-z])>/).map(\.1) }
    #expect(Set(used) == Set(TokenKind.allCases.map { $0.rawValue[...] }))
  }

  @Test("languages have aliases; unknown languages are not highlighted")
  func languages() throws {
    for (one, other) in [
      ("swift", "Swift"), ("sh", "bash"), ("sh", "shell"), ("python", "py"), ("yaml", "yml"),
    ] {
      let code = "if true: \"a\""
      #expect(
        try TypesettingFixture.highlighted(code, one) == TypesettingFixture.highlighted(code, other)
      )
      #expect(try TypesettingFixture.highlighted(code, one)?.contains("<span") == true)
    }
    for language in ["", "text", "rust", "html", "swift ", "constructor", "{swift}"] {
      #expect(try TypesettingFixture.highlighted("let a = 1", language) == nil, "\(language)")
    }
  }

  @Test(
    "the markup contains exactly the text of the code",
    arguments: ["swift", "sh", "json", "python", "yaml"], 0..<40 as Range<UInt64>)
  func exact(_ language: String, _ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let pieces = [
      "let ", "\"", "'", "\\(", "(", ")", "/*", "*/", "//", "#", "\n", "\r\n", "\t", " ", "<", ">",
      "&", "&lt;", "</span>", "<span class=\"hljs-k\">", "$x", "${", "}", "{", "[", ":", "- ", "é",
      "e\u{301}", "\u{301}", "中文", "😀", "👩‍👩‍👧", "𝔸", "0x1F", "_", "1e9", "func f", "struct S",
      "\\", "\"\"\"", "`", "@a", "import ", "<<E\n", "E\n", "f\"{", "\u{FEFF}", "\u{2028}", "|",
    ]
    let code = (0..<60).compactMap { _ in pieces.randomElement(using: &random) }.joined()
    let markup = try #require(try TypesettingFixture.highlighted(code, language))
    #expect(TypesettingFixture.text(of: markup).unicodeScalars.elementsEqual(code.unicodeScalars))
    let tags = markup.matches(of: /<[^>]*>/.matchingSemantics(.unicodeScalar)).map { String($0.0) }
    for (index, tag) in tags.enumerated() {
      let isOpening = tag.wholeMatch(of: /<span class="[a-z]">/) != nil
      #expect(index.isMultiple(of: 2) ? isOpening : tag == "</span>", "\(tag)")
    }
  }

  @Test(
    "hostile code does not hang, whether highlighted or not",
    arguments: ["swift", "sh", "json", "python", "yaml"],
    ["/*", "\"", "{", "f\"{", "x y", "- ", "<<E\n", "\"\\(", "$(", "1_", "(("])
  func hostile(_ language: String, _ piece: String) throws {
    let line = String(repeating: piece, count: 400 / piece.utf8.count) + "\n"
    let code = String(repeating: line, count: 10)
    if let markup = try TypesettingFixture.highlighted(code, language) {
      #expect(TypesettingFixture.text(of: markup) == code)
    }
    #expect(try TypesettingFixture.highlighted("let a = 1", "swift")?.contains("<span") == true)
  }

  @Test("code that is too long or has control characters is not highlighted")
  func plain() throws {
    let lines = String(repeating: "let a\n", count: 1_666) + "////"
    #expect(try TypesettingFixture.highlighted(lines) != nil)
    #expect(try TypesettingFixture.highlighted(lines + "/") == nil)
    let line = String(repeating: "a b ", count: 125)
    #expect(try TypesettingFixture.highlighted("\(line)\n\(line)") != nil)
    #expect(try TypesettingFixture.highlighted("\(line)\n\(line)c") == nil)
    #expect(try TypesettingFixture.highlighted(String(repeating: "{", count: 1 << 20)) == nil)
    #expect(try TypesettingFixture.highlighted("a\u{0}b") == nil)
    #expect(try TypesettingFixture.highlighted("a\u{1E}b") == nil)
  }
}
