import Lessons
import Pages
import Records
import Testing

/// A cached lesson is complete, and is used only while it is up to date.
@Suite struct RenderedLessonTests {
  private let cell = "```{swift}\nlet x = 1\n```\n"

  /// Renders the first of some lessons.
  private func rendered(_ lessons: [MeasuredLesson], knownProblems: [Diagnostic] = [])
    -> RenderedLesson
  {
    RenderedLesson(
      lessons[0], in: index(lessons), typesetter: typesetter, compiler: "Swift 6",
      knownProblems: knownProblems)
  }

  private func index(_ lessons: [MeasuredLesson], parts: [[MeasuredLesson]]? = nil) -> SiteIndex {
    var course = course(lessons)
    if let parts {
      course.parts = parts.map { Course.Part(title: "P", lessons: $0.map(\.lesson.name)) }
    }
    return SiteIndex(course, lessons.map(\.outline))
  }

  private func everything() throws -> RenderedLesson {
    let text = "## A *heading*\n\(cell)\nSome $x^2$, [a link](02-two.html#a).\n"
    let warning = Diagnostic.warning(
      Place(file: "lessons/01-one.md", line: 3, column: 2), "words", help: "more")
    let error = Diagnostic.error(Place(file: "lessons/01-one.md"), "wörds")
    return rendered(
      [try sample(text, [figure("decay")]), try sample("## A", name: "02-two")],
      knownProblems: [warning, error])
  }

  @Test func theSerializedFormIsComplete() throws {
    let lesson = try everything()
    #expect(lesson.diagnostics.count == 2)
    #expect(RenderedLesson(lesson.bytes) == lesson)
  }

  @Test func incompleteBytesAreInvalid() throws {
    let bytes = try everything().bytes
    #expect(RenderedLesson(bytes + [0]) == nil)
    for count in [0, 1, 100, bytes.count / 2, bytes.count - 1] {
      #expect(RenderedLesson(Array(bytes.prefix(count))) == nil)
    }
    #expect(RenderedLesson(Array("{}\n".utf8)) == nil)
  }

  @Test func aPageDependsOnlyOnWhatItShowsOfOtherLessons() throws {
    let one = try sample("See [](fig:03-c/b) and [](lesson:04-d).", name: "01-a")
    let two = try sample("Words.", name: "02-b")
    let three = try sample(cell, [figure("a"), figure("b", id: 2)], name: "03-c")
    let four = try sample("Words.", name: "04-d")
    let five = try sample("Words.", name: "05-e")
    let all = [one, two, three, four, five]
    let parts = [[one, two], [three], [four], [five]]
    let rendered = RenderedLesson(
      one, in: index(all, parts: parts), typesetter: typesetter, compiler: "Swift 6")
    func fits(_ place: Int, _ other: MeasuredLesson) -> Bool {
      var all = all
      all[place] = other
      return rendered.isUpToDate(in: index(all, parts: parts))
    }
    #expect(rendered.isUpToDate(in: index(all, parts: parts)))
    // The page shows none of these.
    #expect(fits(1, try sample("Other words.", name: "02-b")))
    #expect(fits(1, try sample(cell, [figure("a")], name: "02-b")))
    #expect(fits(4, try sample("Words.", name: "05-e").titled("Other")))
    // The figure has another number, does not exist any more, or its program is incomplete.
    #expect(!fits(2, try sample(cell, [figure("b", id: 2)], name: "03-c")))
    #expect(!fits(2, try sample(cell, [figure("a")], name: "03-c")))
    #expect(!fits(2, try sample(cell, [], name: "03-c", isComplete: false)))
    // The page shows the titles of its neighbours and of the lessons that it refers to.
    #expect(!fits(1, try sample("Words.", name: "02-b").titled("Other")))
    #expect(!fits(3, try sample("Words.", name: "04-d").titled("Other")))
  }

  /// The page depends on the targets of its references, wherever they are in the text.
  @Test(arguments: [
    "Words [](fig:02-two/a).", "## [](fig:02-two/a)\n\nWords.",
    "> [!NOTE] [](fig:02-two/a)\n> Words.",
    "- *[](fig:02-two/a)*", "| [](fig:02-two/a) |\n|---|\n| a |",
    "Words.[^n]\n\n[^n]: [](fig:02-two/a)",
    "[[](fig:02-two/a)](claim:one)",
  ])
  func everyReferenceIsADependency(_ text: String) throws {
    let one = try sample(cell + text, [claim("one", 1)])
    func two(_ names: String...) throws -> MeasuredLesson {
      try sample(
        cell, names.enumerated().map { figure($0.element, id: $0.offset) }, name: "02-two")
    }
    let rendered = RenderedLesson(
      one, in: index([one, try two("a")], parts: [[one], [try two()]]), typesetter: typesetter,
      compiler: "Swift 6")
    func fits(_ other: MeasuredLesson) -> Bool {
      rendered.isUpToDate(in: index([one, other], parts: [[one], [other]]))
    }
    #expect(try fits(two("a")))
    #expect(try !fits(two("b", "a")))
  }
}

extension MeasuredLesson {
  /// The same lesson with another title.
  fileprivate func titled(_ title: String) -> MeasuredLesson {
    var lesson = lesson
    lesson.frontMatter.title = title
    return MeasuredLesson(lesson: lesson, records: records, isComplete: isComplete)
  }
}
