import Testing
import Typesetting

@Suite struct TeXErrorTests {
  static let errors: [String: String] = [
    #"\foo"#: #"1:1 Undefined control sequence: \foo"#,
    #"a + \sgima"#: #"1:5 Undefined control sequence: \sgima"#,
    "x^": "1:2 Expected group after '^'",
    #"\frac{a"#: "1:8 Unexpected end of input in a macro argument, expected '}'",
    "a\n\n  \\begin{matrix} a & b": #"3:23 Expected & or \\ or \cr or \end"#,
    "x_1_2": "1:4 Double subscript",
    "&": "1:1 Expected 'EOF', got '&'",
    "a\nb }": "2:3 Expected 'EOF', got '}'",
    "a\r\nb\rc }": "3:3 Expected 'EOF', got '}'",
    "$": "1:1 Can't use function '$' in math mode",
    #"\color{red;x:y} x"#: "1:7 Invalid color: 'red;x:y'",
    #"\text{𝔸e\#u{301} 中}} x"#: "1:12 Expected 'EOF', got '}'",
    #"\text{😀}"#: #"1:7 Unrecognized Unicode character "😀""#,
    #"\verb|a"#: #"1:1 \verb ended by end of line instead of matching delimiter"#,
    #"x \def\a{\a}\a"#: "1:1 Too many expansions: infinite loop",
    #"x \href{https://a.b}{x}"#: #"1:3 \href is not allowed here"#,
    #"\url{https://a.b}"#: #"1:1 \url is not allowed here"#,
    #"\includegraphics{a.png}"#: #"1:1 \includegraphics is not allowed here"#,
    #"x \htmlClass{a}{b}"#: #"1:3 \htmlClass is not allowed here"#,
    #"\edef\a{x}"#: #"1:1 \edef is not allowed here"#,
    #"\begin{matrix} a \end{matri}"#:
      #"1:18 Mismatch: \begin{matrix} matched by \end{matri}"#,
    #"\tag{1} x"#: #"1:1 \tag works only in display equations"#,
    "a\u{7}b": "1:2 The formula contains a control character",
    "a % b": "1:1 % comment has no terminating newline; LaTeX would fail because of"
      + " commenting the end of math mode (e.g. $)",
  ]

  @Test("an error has its message and position", arguments: errors.keys.sorted())
  func message(_ tex: String) throws {
    let error = try #require(throws: TeXError.self) { try TypesettingFixture.formula(tex) }
    #expect("\(error.line):\(error.column) \(error.message)" == Self.errors[tex])
  }

  @Test("a position within a KaTeX macro is mapped to the formula")
  func positionInMacro() throws {
    let tex = #"a + \bra{\text{é}}^"#
    let error = try #require(throws: TeXError.self) { try TypesettingFixture.formula(tex) }
    #expect(error.line == 1 && 1...tex.count ~= error.column)
  }
}
