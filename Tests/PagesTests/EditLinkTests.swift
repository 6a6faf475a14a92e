import Foundation
import Lessons
import Pages
import TestSupport
import Testing

/// The edit link of a lesson leads to its file, wherever the course is in a repository.
@Suite struct EditLinkTests {
  private let root: TemporaryFolder

  init() throws { root = try TemporaryFolder() }

  private func write(_ path: String) throws { try root.write(path, "") }

  /// The site of a course of one lesson in a folder below the root.
  private func site(_ folder: String, _ repository: String, lesson: String = "01-one") throws
    -> Site
  {
    let measured = [try sample("Words.", name: lesson)]
    var course = course(measured)
    course.folder = folder.isEmpty ? root.path : "\(root.path)/\(folder)"
    course.repository = repository
    course.lines.keys["repository"] = 4
    return Site(course, measured, typesetter: typesetter, compiler: "Swift 6")
  }

  /// The address of the edit link on a lesson's page.
  private func address(
    _ folder: String, _ repository: String = "https://github.com/o/n", lesson: String = "01-one"
  )
    throws -> String?
  {
    let site = try site(folder, repository, lesson: lesson)
    #expect(site.diagnostics == [])
    let page = try #require(site.files.first { $0.path == "\(lesson).html" }).text
    return page.firstMatch(of: /<a href="([^"]*)">Improve this page/).map { String($0.1) }
  }

  @Test(arguments: ["", "lessons", "docs/courses/depth"])
  func theCourseCanBeAnyFolderOfTheRepository(_ folder: String) throws {
    try write(".git/HEAD")
    try write("\(folder)/01-one.md")
    try write("\(folder)/course.yml")
    let path = folder.isEmpty ? "" : "\(folder)/"
    #expect(try address(folder) == "https://github.com/o/n/edit/main/\(path)01-one.md")
  }

  /// There, `.git` is a file.
  @Test func worktreesAndSubmodulesAreRepositories() throws {
    try write(".git/HEAD")
    try write("sub/.git")
    try write("sub/lessons/01-one.md")
    #expect(try address("sub/lessons") == "https://github.com/o/n/edit/main/lessons/01-one.md")
  }

  @Test func linksToTheCourseAndToALessonAreResolved() throws {
    try write(".git/HEAD")
    try write("src/kurs/course.yml")
    try write("texts/one.md")
    try root.link("lessons", to: "src/kurs")
    try root.link("src/kurs/01-one.md", to: "../../texts/one.md")
    #expect(try address("lessons") == "https://github.com/o/n/edit/main/texts/one.md")
  }

  @Test func aLinkOutOfTheRepositoryIsNotResolved() throws {
    try write("n/.git/HEAD")
    try write("n/lessons/course.yml")
    try write("other/one.md")
    try root.link("n/lessons/01-one.md", to: "../../other/one.md")
    #expect(try address("n/lessons") == "https://github.com/o/n/edit/main/lessons/01-one.md")
  }

  @Test func namesAreEncodedInAddresses() throws {
    try write(".git/HEAD")
    try write("a b/50%#?.md")
    #expect(
      try address("a b", lesson: "50%#?")
        == "https://github.com/o/n/edit/main/a%20b/50%25%23%3F.md")
  }

  @Test(arguments: [
    ("https://github.com/o/n/", "https://github.com/o/n/edit/main/lessons/01-one.md"),
    ("https://github.com/o/n.git", "https://github.com/o/n/edit/main/lessons/01-one.md"),
    ("https://gitlab.com/o/n", "https://gitlab.com/o/n/-/edit/main/lessons/01-one.md"),
    ("https://codeberg.org/o/n", "https://codeberg.org/o/n/_edit/main/lessons/01-one.md"),
    ("https://e.org/o/n/-/edit/x/kurs", "https://e.org/o/n/-/edit/x/kurs/01-one.md"),
  ])
  func addressesDependOnTheRepositoryHost(_ repository: String, _ expected: String) throws {
    try write(".git/HEAD")
    try write("lessons/01-one.md")
    #expect(try address("lessons", repository) == expected)
  }

  @Test func aCourseOutsideARepositoryIsAWarning() throws {
    try write("lessons/01-one.md")
    let site = try site("lessons", "https://github.com/o/n")
    #expect(
      site.diagnostics.map { "\($0)".replacing(root.path, with: "") } == [
        """
        /lessons/course.yml:4: warning: the course is not in a Git repository, so its pages have no edit link
        help: set the address at which the lessons' folder is edited: repository: \
        https://github.com/o/n/edit/main/lessons
        """
      ])
    #expect(try !#require(site.files.first { $0.path == "01-one.html" }).text.contains("Improve"))
    // The address of a folder needs no local repository.
    #expect(try self.site("lessons", "https://github.com/o/n/edit/main/lessons").diagnostics == [])
  }

  @Test func aPageIsStaleAfterTheCourseMovesInItsRepository() throws {
    try write(".git/HEAD")
    try write("a/01-one.md")
    try write("b/01-one.md")
    let measured = [try sample("Words.")]
    func index(_ folder: String) -> SiteIndex {
      var course = course(measured)
      course.folder = "\(root.path)/\(folder)"
      course.repository = "https://github.com/o/n"
      return SiteIndex(course, measured.map(\.outline))
    }
    let lesson = RenderedLesson(
      measured[0], in: index("a"), typesetter: typesetter, compiler: "Swift 6")
    #expect(lesson.isUpToDate(in: index("a")) && !lesson.isUpToDate(in: index("b")))
  }
}
