import Lessons
import TestSupport
import Testing

@Suite struct CourseTests {
  /// Reads a course folder with some files, and returns the course and its diagnostics.
  private func read(_ yaml: String?, lessons: [String]) throws -> (Course?, [String]) {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    if let yaml { try folder.write("course.yml", yaml) }
    for name in lessons + ["README"] { try folder.write("\(name).md", "x") }
    var diagnostics: [Diagnostic] = []
    let course = Course.read(folder.path, diagnostics: &diagnostics)
    return (course, diagnostics.map { "\($0)".replacing(folder.path + "/", with: "") })
  }

  @Test func lessonsKeepTheirOrder() throws {
    let (course, diagnostics) = try read("title: T\nlessons: [b, a]\n", lessons: ["a", "b"])
    #expect(diagnostics == [])
    #expect(course?.lessons == ["b", "a"])
    #expect(course?.parts.map(\.title) == [nil])
  }

  @Test func remoteCacheHasAnAddressAndCanBeReadOnly() throws {
    let yaml = "title: T\nlessons: [a]\nremote-cache:\n  read-only: true\n  url: http://b\n"
    let (course, diagnostics) = try read(yaml, lessons: ["a"])
    #expect(diagnostics == [])
    #expect(course?.remoteCache?.url == "http://b")
    #expect(course?.remoteCache?.isReadOnly == true)
    #expect(course?.remoteCache?.line == 5)
    let plain = try read("title: T\nlessons: [a]\n", lessons: ["a"]).0
    #expect(plain?.remoteCache == nil)
  }

  @Test func missingLessonIsReportedOnceAndDropped() throws {
    let yaml = "title: T\nparts: [{title: P, lessons: [a, beginning]}]\npages: [words]\n"
    let (course, diagnostics) = try read(yaml, lessons: ["a"])
    #expect(
      diagnostics == [
        "course.yml:2: error: there is no lesson 'beginning'",
        "course.yml:3: error: there is no lesson 'words'",
      ])
    #expect(course?.lessons == ["a"] && course?.pages == [])
  }

  @Test func entriesHaveTheirLines() throws {
    let yaml = "title: T\nlanguage: de\nparts:\n  - title: P\n    lessons:\n      - b\n"
    let course = try #require(
      try read(yaml + "  - lessons: [c]\npages: [a]\n", lessons: ["a", "b", "c"]).0)
    #expect(course.place(of: "language").line == 2 && course.place(of: "url").line == 1)
    #expect(["b", "c", "a"].map { course.place(ofLesson: $0).line } == [6, 7, 8])
    #expect((0...2).map { course.place(ofPart: $0).line } == [4, 7, 8])
  }

  @Test func partsHaveTitles() throws {
    let yaml = "title: T\nparts:\n  - {title: One, lessons: [a]}\n  - {title: Two, lessons: [b]}\n"
    let (course, diagnostics) = try read(yaml, lessons: ["a", "b"])
    #expect(diagnostics == [])
    #expect(course?.lessons == ["a", "b"])
    #expect(course?.parts.map(\.title) == ["One", "Two"])
  }

  @Test(
    arguments: [
      (
        nil,
        [
          "course.yml:1: error: there is no course here",
          "help: a course is a folder with a 'course.yml' that lists its lessons",
        ]
      ),
      (
        "title: [\n",
        ["course.yml:2: error: the course is not valid YAML: did not find expected node content"]
      ),
      (
        "titel: T\nlessons: [a]\n",
        ["course.yml:1: error: unknown course key 'titel'", "help: did you mean 'title'?"]
      ),
      ("lessons: [a]\n", ["course.yml:1: error: the course has no 'title'"]),
      (
        "title: T\nlessons: [a]\nremote-cache:\n  url: http://a\n  read-olny: true\n",
        [
          "course.yml:5: error: unknown remote cache key 'read-olny'",
          "help: did you mean 'read-only'?",
        ]
      ),
      (
        "title: T\nlessons: [a]\nremote-cache: {read-only: true}\n",
        ["course.yml:3: error: the remote cache has no 'url'"]
      ),
      (
        "title: T\nlessons:\n  - a\n  - b\n",
        ["course.yml:4: error: there is no lesson 'b'", "help: did you mean 'a'?"]
      ),
      ("title: T\nlessons:\n  - a\n  - a\n", ["course.yml:4: error: lesson 'a' is listed twice"]),
      (
        "title: T\nlessons: []\n",
        [
          "course.yml:2: error: the course lists no lessons",
          "a.md:1: warning: the course does not list this lesson", "help: add 'a' to course.yml",
        ]
      ),
      (
        "title: T\nlanguage: de_DE\nlessons: [a]\n",
        [
          "course.yml:2: error: 'de_DE' is not a language tag",
          "help: write it as HTML does: 'de', 'pt-BR', 'zh-Hans'",
        ]
      ),
      (
        "title: T\nlessons: [a]\nurl: example.org/course\n",
        [
          "course.yml:3: error: the value of 'url' is not a URL: 'example.org/course'",
          "help: write the full URL, as in 'url: https://example.org/course'",
        ]
      ),
      (
        "title: T\nrepository: git@github.com:o/n.git\nlessons: [a]\n",
        [
          "course.yml:2: error: the value of 'repository' is not a URL: 'git@github.com:o/n.git'",
          "help: write the full URL, as in 'repository: https://example.org/course'",
        ]
      ),
      (
        "title: T\nlessons:\n  - a\npages: [index, .., '404']\n",
        [
          "course.yml:4: error: a lesson cannot be named 'index'",
          "help: the site has its own page of that name",
          "course.yml:4: error: a lesson cannot be named '..'",
          "help: a page is named after its lesson's file",
          "course.yml:4: error: a lesson cannot be named '404'",
          "help: the site has its own page of that name",
        ]
      ),
    ] as [(String?, [String])])
  func errorsAreReported(_ yaml: String?, _ expected: [String]) throws {
    let (_, diagnostics) = try read(yaml, lessons: ["a"])
    #expect(diagnostics.joined(separator: "\n") == expected.joined(separator: "\n"))
  }
}
