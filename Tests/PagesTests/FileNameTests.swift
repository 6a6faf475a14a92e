import Charts
import Foundation
import Lessons
import Pages
import Records
import SiteWalking
import TestSupport
import Testing

/// Lessons, and the files that they read or show, can have any name that the file system allows.
@Suite struct FileNameTests {
  static let names = [
    "a b", "q\"uote", "it's", "50%", "100%25", "x#y", "q?z", "a&b", "a&amp;b", "<b>", "梯度 消失",
    "a;b", "c:d",
    "back\\slash", "plus+", "-dash", "a.b", ".hidden", "a`b", "é", "🙂", "~",
    "a|b",
    "%2e%2e", "javascript:alert(1)",
  ]

  private func encoded(_ name: String) -> String {
    name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  /// A course of lessons that refer to each other, each with a figure, a picture and a data file.
  private func site(in folder: TemporaryFolder) throws -> Site {
    let names = Self.names
    let measured = try names.enumerated().map { number, name in
      let next = encoded(names[(number + 1) % names.count])
      var lesson = try sample(
        """
        ## Here

        [a](\(next).md#here) [b](\(next).html#here) [](lesson:\(next)) [](fig:\(next)/f)
        ![Words](pictures/\(next).png)

        ```{swift}
        let x = 1
        ```
        """, [figure("f")], name: name, title: "A lesson")
      lesson.sources = LessonSources(
        markdown: [1],
        programs: [.init(session: "", source: ""), .init(session: name, source: "")],
        inputs: [Site.File("data/\(name).csv", [2])])
      return lesson
    }
    try folder.makeFolder("pictures")
    for name in names {
      let file = "\(folder.path)/pictures/\(name).png"
      #expect(FileManager.default.createFile(atPath: file, contents: Data([3])))
    }
    var course = course(measured)
    course.folder = folder.path
    course.url = "https://e.org/kurs"
    course.parts = [Course.Part(title: "<i>\"&'", lessons: Array(names.prefix(9)))]
    course.parts.append(Course.Part(title: "B", lessons: Array(names[9..<18])))
    course.pages = Array(names[18...])
    return Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
  }

  @Test func linksWorkWithAnyFileNames() throws {
    let site = try TemporaryFolder.with { try self.site(in: $0) }
    #expect(site.diagnostics == [])
    let walk = SiteWalk(site.contentsWithReference, base: "https://e.org/kurs/")
    #expect(walk.problems == [])
    for name in Self.names {
      let page = try #require(walk.pages["\(name).html"], "\(name)")
      let links = page.elements.compactMap { $0.attributes["href"]?.removingPercentEncoding }
      for file in [
        "\(name)/\(name).md", "\(name)/\(name).swift", "\(name)/\(name)-\(name).swift",
        "\(name)/data/\(name).csv", "\(name)/f.csv",
      ] {
        #expect(links.contains(file) && site.contents[file] != nil, "\(file)")
      }
      #expect(site.contents["pictures/\(name).png"] == [3], "\(name)")
    }
  }

  /// A shell passes the right file name to the compiler.
  @Test(arguments: ["it's", "a b", "$(touch x)", "梯度", "-dash", "a;b", "plain-1"])
  func theCommandQuotesTheFileName(_ name: String) throws {
    var lesson = try sample("```{swift}\nlet x = 1\n```", name: name)
    lesson.sources = LessonSources(markdown: [], programs: [.init(session: "", source: "")])
    let site = Site(course([lesson]), [lesson], typesetter: typesetter, compiler: "Swift 6")
    let program = try #require(site.files.first { $0.path == "\(name)/\(name).swift" }).text
    let word = try #require(program.firstMatch(of: /-o lesson (.*) && \.\/lesson/)).1
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "printf %s \(word)"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    process.waitUntilExit()
    let shown = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(shown == (name.hasPrefix("-") ? "./" : "") + "\(name).swift")
  }

  @Test func twoFilesWithTheSamePathAreAnError() throws {
    var lesson = try sample("```{swift}\nlet x = 1\n```", [figure("tides")])
    lesson.sources = LessonSources(
      markdown: [], programs: [], inputs: [Site.File("tides.csv", [1])])
    let site = Site(course([lesson]), [lesson], typesetter: typesetter, compiler: "Swift 6")
    #expect(
      site.diagnostics.map(\.description) == [
        """
        lessons/course.yml:1: error: two files of the site have the path '01-one/tides.csv'
        help: rename the lesson, the figure or the file
        """
      ])
  }

  @Test func aFileWithALineBreakInItsNameIsAnError() throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    #expect(FileManager.default.createFile(atPath: folder.path + "/a\nb.png", contents: Data()))
    let measured = [try sample("![Words](a%0Ab.png)")]
    var course = course(measured)
    course.folder = folder.path
    let site = Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
    #expect(
      site.diagnostics.map(\.description) == [
        "lessons/01-one.md:5: error: the name of the file 'a\\nb.png' contains a control character"
      ])
  }
}
