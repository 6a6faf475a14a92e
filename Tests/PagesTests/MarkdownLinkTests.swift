import Foundation
import Lessons
import Pages
import SiteWalking
import TestSupport
import Testing

/// Links to a lesson's Markdown file lead to its page, with the fragment.
@Suite struct MarkdownLinkTests {
  private let root: TemporaryFolder

  init() throws { root = try TemporaryFolder() }

  /// A site with two lessons and a page outside the lessons.
  private func site(_ body: String, files: [String] = []) throws -> Site {
    let measured = [
      try sample("## Here\n\n\(body)"), try sample("## The end\n\n## 梯度", name: "02 two"),
      try sample("## Word", name: "glossary"),
    ]
    for name in measured.map(\.lesson.name).map({ "\($0).md" }) + files {
      try root.write("kurs/\(name)", "raw")
    }
    var course = course(Array(measured.prefix(2)))
    course.folder = root.path + "/kurs"
    course.pages = ["glossary"]
    return Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
  }

  @Test(arguments: [
    ("01-one.md", "01-one.html"), ("01-one.md#here", "01-one.html#here"),
    ("./01-one.md#here", "01-one.html#here"), ("02%20two.md#the-end", "02%20two.html#the-end"),
    ("<02 two.md#the-end>", "02%20two.html#the-end"),
    ("02%20two.md#%E6%A2%AF%E5%BA%A6", "02%20two.html#%E6%A2%AF%E5%BA%A6"),
    ("../kurs/glossary.md#word", "glossary.html#word"), ("a/../glossary.md", "glossary.html"),
    ("glossary.md?plain=1#word", "glossary.html#word"),
    ("glossary.html#word", "glossary.html#word"),
  ])
  func linksToMarkdownFilesLeadToPages(_ written: String, _ address: String) throws {
    for body in ["[it](\(written))", "[it][r]\n\n[r]: \(written)", "| [it](\(written)) |\n|---|"] {
      let site = try site(body)
      #expect(site.diagnostics == [])
      let page = try #require(site.files.first { $0.path == "01-one.html" }).text
      #expect(page.contains("<a href=\"\(address)\">it</a>"), "\(body)")
      #expect(SiteWalk(site.contents).problems == [])
      #expect(!site.files.contains { $0.path.hasSuffix(".md") })
    }
  }

  @Test(arguments: [
    (
      "01-one.md#hree",
      """
      lessons/01-one.md:7: error: there is no anchor '#hree' on 01-one.html
      help: did you mean '#here'?
      """
    ),
    (
      "02%20two.md#the-ennd",
      """
      lessons/01-one.md:7: error: there is no anchor '#the-ennd' on 02 two.html
      help: did you mean '#the-end'?
      """
    ),
    (
      "03-three.md", "lessons/01-one.md:7: error: there is no file '03-three.md'"
    ),
    (
      "01-won.md",
      """
      lessons/01-one.md:7: error: there is no file '01-won.md'
      help: did you mean '01-one.md'?
      """
    ),
    (
      "01-one",
      """
      lessons/01-one.md:7: error: there is no file '01-one'
      help: to refer to a lesson, write [](lesson:01-one)
      """
    ),
    (
      "notes.md",
      """
      lessons/01-one.md:7: error: 'notes.md' is not listed in the course, so it has no page
      help: list 'notes' under 'pages' in COURSE/course.yml
      """
    ),
    (
      "README.md",
      """
      lessons/01-one.md:7: error: 'README.md' is not listed in the course, so it has no page
      help: put it next to the lessons under another name, and list it under 'pages' in COURSE/course.yml
      """
    ),
    (
      "file:///etc/passwd",
      """
      lessons/01-one.md:7: error: 'file:///etc/passwd' is a file on this machine, which readers do not have
      help: put the file in COURSE and use its path there
      """
    ),
  ])
  func brokenLinksAreReported(_ written: String, _ expected: String) throws {
    let site = try site("[it](\(written))", files: ["notes.md", "README.md"])
    let course = root.path + "/kurs"
    #expect(site.diagnostics.map { "\($0)".replacing(course, with: "COURSE") } == [expected])
    #expect(!site.files.contains { $0.path.hasSuffix(".md") })
  }
}
