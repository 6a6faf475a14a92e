import Lessons
import Pages
import Testing

/// Chinese and Japanese text is marked with its language.
@Suite struct EastAsianTextTests {
  private func text(_ words: String, in language: String = "en") throws -> String {
    let measured = [try sample("\(words) end")]
    var course = course(measured)
    course.language = language
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    let page = try #require(site.files.first { $0.path == "01-one.html" }).text
    let match = try #require(page.firstMatch(of: /<p>(.*) end<\/p>/))
    return String(match.1)
  }

  @Test(
    arguments: [
      ("gradient 梯度消失: small", "gradient <span lang=\"zh\">梯度消失</span>: small"),
      (
        "**梯度** a 网络，深度。b",
        "<strong><span lang=\"zh\">梯度</span></strong> a <span lang=\"zh\">网络，深度。</span>b"
      ),
      ("勾配ですか", "<span lang=\"ja\">勾配ですか</span>"),
      ("𠀀 々", "<span lang=\"zh\">𠀀</span> <span lang=\"zh\">々</span>"),
      ("“Müller” – ∂L, → Ω", "“Müller” – ∂L, → Ω"),
    ])
  func runsOfChineseAndJapaneseAreMarked(_ words: String, _ expected: String) throws {
    #expect(try text(words) == expected)
  }

  @Test(arguments: ["zh", "zh-Hant", "ja"])
  func chineseAndJapanesePagesAreNotMarked(_ language: String) throws {
    #expect(try text("梯度 x", in: language) == "梯度 x")
  }
}
