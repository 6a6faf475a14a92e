import Foundation
import Testing
import Typesetting

@Suite struct KaTeXFontsTests {
  private static let sheet = "/usr/share/javascript/katex/katex.min.css"

  private func names(_ pages: String...) throws -> [String] {
    try TypesettingFixture.typesetter.get().fontFiles(usedIn: pages)
      .map { $0.name.replacing("KaTeX_", with: "").replacing(".woff2", with: "") }
  }

  private func names(of tex: String) throws -> [String] {
    try names(TypesettingFixture.formula(tex, display: true))
  }

  @Test("the style sheet refers only to the given font files")
  func facesOfFiles() throws {
    let typesetter = try TypesettingFixture.typesetter.get()
    let files = ["KaTeX_AMS-Regular.woff2", "KaTeX_Main-Bold.woff2"].map {
      FontFile(name: $0, path: "")
    }
    for files in [files, Array(files.prefix(1)), []] {
      let faces = typesetter.styleSheet(with: files).matches(of: /url\(fonts\/([^)]*)\)/)
      #expect(faces.map { String($0.1) } == files.map(\.name))
    }
  }

  @Test("the style sheet refers to each font once, as WOFF2")
  func styleSheet() throws {
    let typesetter = try TypesettingFixture.typesetter.get()
    let sheet = try String(contentsOfFile: Self.sheet, encoding: .utf8)
    let all = sheet.matches(of: /fonts\/([\w-]+\.woff2)\)/).map {
      FontFile(name: String($0.1), path: "")
    }
    let text = typesetter.styleSheet(with: all)
    let sources = text.matches(of: /@font-face\{[^}]*src:([^;}]*)[;}]/).map { String($0.1) }
    #expect(sources.count == 20 && Set(sources).count == 20)
    for source in sources {
      #expect(source.wholeMatch(of: /url\(fonts\/KaTeX_[\w-]+\.woff2\) format\('woff2'\)/) != nil)
    }
    #expect(text.matches(of: /url\(/).count == 20)
    let original = try String(contentsOfFile: Self.sheet, encoding: .utf8)
    let rules = original.matches(of: /[^{}]*\{[^}]*\}/).map(\.0).filter { !$0.contains("url(") }
    #expect(rules.count > 100 && rules.allSatisfy { text.contains($0) })
  }

  @Test("each class that sets a font requires its file")
  func everyClass() throws {
    let text = try String(contentsOfFile: Self.sheet, encoding: .utf8)
    var families: Set<Substring> = []
    for rule in text.matches(of: /([^{}]*)\{([^}]*font-family:KaTeX_(\w+)[^}]*)\}/) {
      guard rule.1 != "@font-face" else { continue }
      families.insert(rule.3)
      for selector in rule.1.split(separator: ",") {
        let element = try #require(selector.split(separator: " ").last)
        let classes = element.split(separator: ">")[0].replacing(".", with: " ")
        let found = try names("<i class=\"katex\"><i class=\"mord\(classes)\">x</i></i>")
        let bold = rule.2.contains("font-weight:700")
        let italic = rule.2.contains("font-style:italic")
        let face = bold ? (italic ? "BoldItalic" : "Bold") : italic ? "Italic" : "Regular"
        #expect(found.contains("\(rule.3)-\(face)"), "\(selector)")
      }
    }
    #expect(families.count == 12)
  }

  @Test(
    "a formula requires the fonts of its letters",
    arguments: [
      ("1", "Main-Regular"), ("x", "Main-Regular Math-Italic"),
      (#"\mathbf{W}"#, "Main-Bold Main-Regular"), (#"\mathit{W}"#, "Main-Italic Main-Regular"),
      (#"\boldsymbol{w}"#, "Main-Regular Math-BoldItalic"),
      (#"\textbf{\textit{a}}"#, "Main-BoldItalic Main-Regular"),
      (#"\mathbb{R}"#, "AMS-Regular Main-Regular"), (#"1 \lesssim 2"#, "AMS-Regular Main-Regular"),
      (#"\mathcal{L}"#, "Caligraphic-Regular Main-Regular"),
      (#"\mathfrak{a}"#, "Fraktur-Regular Main-Regular"),
      (#"\mathscr{L}"#, "Main-Regular Script-Regular"),
      (#"\mathsf{a}"#, "Main-Regular SansSerif-Regular"),
      (#"\textsf{\textbf{a}}"#, "Main-Regular SansSerif-Bold"),
      (#"\textsf{\textit{a}}"#, "Main-Regular SansSerif-Italic"),
      (#"\mathtt{a}"#, "Main-Regular Typewriter-Regular"),
      (#"\sum 1"#, "Main-Regular Size2-Regular"),
      (#"\textstyle\sum 1"#, "Main-Regular Size1-Regular"),
      (#"\bigl( 1"#, "Main-Regular Size1-Regular"), (#"\biggl( 1"#, "Main-Regular Size3-Regular"),
      (#"\Biggl( 1"#, "Main-Regular Size4-Regular"),
      (#"\left\{\rule{0em}{9em}\right."#, "Main-Regular Size4-Regular"),
    ])
  func letters(_ tex: String, _ expected: String) throws {
    #expect(try names(of: tex).joined(separator: " ") == expected)
  }

  @Test("pages share font files; pages without formulas require none")
  func pages() throws {
    #expect(try names("<p class=\"mathbf\">x</p>", "").isEmpty)
    let one = try TypesettingFixture.formula("x")
    let two = try TypesettingFixture.formula(#"\mathbf{1}"#)
    #expect(try names("<p>", one, two, one) == ["Main-Bold", "Main-Regular", "Math-Italic"])
  }

  @Test("all font files that formulas can require exist")
  func files() throws {
    let typesetter = try TypesettingFixture.typesetter.get()
    let classes = typesetter.styleSheet(with: []).matches(of: /\.katex ([.\w-]+)/)
      .map { "<i class=\"\($0.1.replacing(".", with: " ").dropFirst())\"></i>" }
    let files = typesetter.fontFiles(usedIn: ["<i class=\"katex\"></i>"] + classes)
    #expect(files.count > 15)
    for file in files { #expect(FileManager.default.isReadableFile(atPath: file.path)) }
  }
}
