import Foundation
import Testing

/// Only lessons that changed are made again, and what is kept of the others is what would be made.
@Suite struct KeptLessonTests {
  static let lessons = [
    (
      "one",
      lesson(
        """
        ## A start

        ```{swift}
        //| inputs: data/x.txt
        let text = try String(contentsOfFile: "data/x.txt", encoding: .utf8)
        let count = text.count
        claim("some", count, atLeast: 1)
        figure("dots", alt: "One dot.") { PointMark(x: 0, y: count) }
        ```
        [There are some](claim:some): `{swift} count`. See [](lesson:four) and [](eq:three/sum).
        """)
    ),
    ("two", lesson("Words of $x^2$, and [](fig:one/dots).[^n]\n\n[^n]: A note [@he2015].")),
    (
      "three",
      lesson("[The start](one.html#a-start), ![Steps](steps.svg)\n\n$$\na = b\n$$ {#eq:sum}")
    ),
    ("four", lesson("Nothing refers to the note.\n\n[^n]: A note.")),
    ("glossary", lesson("See [](lesson:one).")),
  ]
  static let yaml = """
    title: A course
    description: Words.
    parts:
      - title: First
        lessons: [one, two]
      - title: Second
        lessons: [three, four]
    pages: [glossary]

    """
  static let works = "- id: he2015\n  title: Deep\n  author: [{family: He, given: K.}]\n"

  /// A change of one file.
  private struct Change {
    let name: String
    let file: String
    let from: String
    let to: String
    /// The lessons that are made and kept anew; what is wrong is made, too, and not kept.
    let made: Set<String>
    /// Whether the session runs.
    let runs: Bool

    init(
      _ name: String, _ file: String, _ from: String, _ to: String, keeps made: String,
      runs: Bool = false
    ) {
      (self.name, self.file, self.from, self.to, self.runs) = (name, file, from, to, runs)
      self.made = Set(made.split(separator: " ").map(String.init))
    }
  }

  private static let all = "one two three four glossary"

  private static let changes = [
    Change("prose", "two.md", "Words", "Other words", keeps: "two"),
    Change("a heading", "four.md", "Nothing", "## A heading\n\nNothing", keeps: "four"),
    Change("a link's target", "one.md", "## A start", "## A new start", keeps: "one"),
    Change("the link", "three.md", "#a-start", "#a-new-start", keeps: "three"),
    Change("a title", "four.md", "title: T", "title: New", keeps: "one three four"),
    Change("a title of the first", "one.md", "title: T", "title: N", keeps: "one two glossary"),
    Change("minutes", "two.md", "title: T", "title: T\ntime: 7", keeps: "two"),
    Change(
      "an equation before another", "three.md", "$$\na", "$$\nc\n$$ {#eq:first}\n\n$$\na",
      keeps: "one three"),
    Change("a label that is missing", "three.md", "{#eq:sum}", "{#eq:product}", keeps: "three"),
    Change("the label again", "three.md", "{#eq:product}", "{#eq:sum}", keeps: "one three"),
    Change(
      "a figure before another", "one.md", "figure(\"dots\"",
      "figure(\"first\", alt: \"A dot.\") { PointMark(x: 0, y: 0) }\nfigure(\"dots\"",
      keeps: "one two glossary", runs: true),
    Change("a data file", "data/x.txt", "12", "123", keeps: "one", runs: true),
    Change("a picture", "steps.svg", "<svg", "<svg width=\"8\"", keeps: ""),
    Change("a work", "references.yml", "Deep", "Deeper", keeps: all),
    Change("the course's title", "course.yml", "A course", "The course", keeps: all),
    Change("the order", "course.yml", "[one, two]", "[two, one]", keeps: all),
    Change("the site's address", "course.yml", "pages", "url: https://a.org\npages", keeps: all),
    Change("the language", "course.yml", "pages", "language: en-GB\npages", keeps: all),
    Change("a claim that fails", "one.md", "atLeast: 1", "atLeast: 100", keeps: "", runs: true),
    Change("prose beside it", "four.md", "Nothing", "Truly nothing", keeps: "four"),
    Change("the claim again", "one.md", "atLeast: 100", "atLeast: 1", keeps: "one"),
    Change(
      "a lesson less", "course.yml", "[three, four]", "[three]", keeps: "two three glossary"),
    Change("no reference to it", "one.md", "[](lesson:four)", "others", keeps: "one"),
  ]

  @Test func whatIsKeptIsByteForByteWhatWouldBeMade() throws {
    let course = try KeptCourse()
    for change in Self.changes {
      let name = Comment(rawValue: change.name)
      let before = try course.kept()
      let text = try course.workshop.read("lessons/\(change.file)")
      #expect(text.contains(change.from), name)
      try course.workshop.write(
        "lessons/\(change.file)", text.replacing(change.from, with: change.to))
      let build = try course.build(to: "output")
      let after = try course.kept()
      #expect(Set(after.keys.filter { after[$0] != before[$0] }) == change.made, name)
      try course.forget()
      let fresh = try course.build(to: "fresh")
      #expect(build == fresh, name)
      #expect(build.summary == (change.runs ? "ran 1" : fresh.summary), name)
      guard fresh.exitCode == 0 else { continue }
      let (old, new) = (
        try course.workshop.files(in: "output"), try course.workshop.files(in: "fresh")
      )
      #expect(old.keys.sorted() == new.keys.sorted(), name)
      for (path, content) in old {
        #expect(content == new[path], "\(change.name): \(path) differs")
      }
    }
  }

  @Test func whatWasSaidOfALessonIsSaidAgain() throws {
    let course = try KeptCourse()
    try course.workshop.write("lessons/two.md", lesson("Words."))
    let build = try course.build(to: "output")
    #expect(
      build.errors == """
        lessons/four.md:7: warning: nothing refers to the footnote 'n'
        1 warning

        """)
  }

  @Test func whatIsDamagedIsMadeAgain() throws {
    let course = try KeptCourse()
    let folder = course.workshop.folder.appending(path: "lessons/.gradus/lessons")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let contents = try names.map { try Data(contentsOf: folder.appending(path: $0)) }
    // Cut short, empty, and each in another's place.
    let damages: [(Int) -> Data] = [
      { contents[$0].dropLast() }, { _ in Data() }, { contents[($0 + 1) % contents.count] },
    ]
    for damage in damages {
      for (number, name) in names.enumerated() {
        try damage(number).write(to: folder.appending(path: name))
      }
      let fresh = try course.build(to: "fresh")
      #expect(fresh.exitCode == 0)
      #expect(try course.workshop.files(in: "fresh") == course.workshop.files(in: "output"))
      try FileManager.default.removeItem(at: course.workshop.folder.appending(path: "fresh"))
    }
  }

  @Test func buildsAtOnceDoNotHarmEachOther() throws {
    let course = try KeptCourse()
    for round in 1...3 {
      try course.workshop.write("lessons/two.md", lesson("Round \(round)."))
      let builds = ["output", "fresh", "output"].map { folder in
        course.workshop.process(arguments: ["build", "--output", folder])
      }
      for build in builds {
        build.standardError = FileHandle.nullDevice
        try build.run()
      }
      for build in builds { build.waitUntilExit() }
      #expect(builds.map(\.terminationStatus) == [0, 0, 0])
      let page = try course.workshop.read("output/two.html")
      #expect(page.contains("Round \(round)."))
      #expect(try course.workshop.files(in: "fresh") == course.workshop.files(in: "output"))
    }
  }

  /// The lessons that are not named are neither made nor checked; what is kept of them stays.
  @Test func aBuildOfOneLessonUsesAndKeepsLeaves() throws {
    let course = try KeptCourse()
    let before = try course.kept()
    try course.workshop.write("lessons/two.md", lesson("Two."))
    try course.workshop.write("lessons/three.md", lesson("Three, not [](fig:one/none)."))
    let build = try course.workshop.run("build", "two")
    #expect(build.errors == "output: 4 files written\n")
    let after = try course.kept()
    #expect(after.keys.filter { after[$0] != before[$0] } == ["two"])
    #expect(try course.build(to: "output").exitCode == 1)
  }
}

/// A course that has been built.
private struct KeptCourse {
  let workshop: Workshop

  init() throws {
    workshop = try Workshop(KeptLessonTests.lessons, yaml: KeptLessonTests.yaml)
    try workshop.write("lessons/references.yml", KeptLessonTests.works)
    try workshop.write("lessons/data/x.txt", "12")
    try workshop.write("lessons/steps.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")
    #expect(try build(to: "output").exitCode == 0)
  }

  /// Builds it; what is said of the files that were written is left out.
  func build(to folder: String) throws -> Workshop.Run {
    var run = try workshop.run("build", "--output", folder)
    run.errors = run.errors.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("\(folder): ") }.joined(separator: "\n")
    return run
  }

  /// The files in which lessons are kept, by the lessons' names: each has another number when it is
  /// written anew.
  func kept() throws -> [String: Int] {
    struct Head: Decodable {
      struct Lesson: Decodable { var name: String }
      var lesson: Lesson
    }
    return try workshop.files(in: "lessons/.gradus/lessons").reduce(into: [:]) { kept, file in
      // Behind the line that seals it.
      let head = file.value.split(separator: UInt8(ascii: "\n"), maxSplits: 2)[1]
      let name = try JSONDecoder().decode(Head.self, from: head).lesson.name
      let path = workshop.folder.appending(path: "lessons/.gradus/lessons/\(file.key)").path
      kept[name] =
        try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    }
  }

  /// Forgets all lessons, but no run.
  func forget() throws {
    try FileManager.default.removeItem(
      at: workshop.folder.appending(path: "lessons/.gradus/lessons"))
  }
}
