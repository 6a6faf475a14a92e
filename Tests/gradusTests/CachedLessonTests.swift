import Foundation
import Testing

/// Only changed lessons are rendered again, and cached pages equal freshly rendered ones.
@Suite struct CachedLessonTests {
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
    /// The lessons whose cache entry is rewritten; lessons with errors are rendered but not cached.
    let cached: Set<String>
    /// Whether the session runs.
    let runs: Bool

    init(
      _ name: String, _ file: String, from: String, to: String, caches cached: String,
      runs: Bool = false
    ) {
      self.name = name
      self.file = file
      self.from = from
      self.to = to
      self.runs = runs
      self.cached = Set(cached.split(separator: " ").map(String.init))
    }
  }

  private static let all = "one two three four glossary"

  private static let changes = [
    Change("prose", "two.md", from: "Words", to: "Other words", caches: "two"),
    Change("a heading", "four.md", from: "Nothing", to: "## A heading\n\nNothing", caches: "four"),
    Change("a link's target", "one.md", from: "## A start", to: "## A new start", caches: "one"),
    Change("the link", "three.md", from: "#a-start", to: "#a-new-start", caches: "three"),
    Change("a title", "four.md", from: "title: T", to: "title: New", caches: "one three four"),
    Change(
      "a title of the first", "one.md", from: "title: T", to: "title: N", caches: "one two glossary"
    ),
    Change("minutes", "two.md", from: "title: T", to: "title: T\ntime: 7", caches: "two"),
    Change(
      "an equation before another", "three.md", from: "$$\na", to: "$$\nc\n$$ {#eq:first}\n\n$$\na",
      caches: "one three"),
    Change(
      "a label that is missing", "three.md", from: "{#eq:sum}", to: "{#eq:product}", caches: "three"
    ),
    Change(
      "the label again", "three.md", from: "{#eq:product}", to: "{#eq:sum}", caches: "one three"),
    Change(
      "a figure before another", "one.md", from: "figure(\"dots\"",
      to: "figure(\"first\", alt: \"A dot.\") { PointMark(x: 0, y: 0) }\nfigure(\"dots\"",
      caches: "one two glossary", runs: true),
    Change("a data file", "data/x.txt", from: "12", to: "123", caches: "one", runs: true),
    Change("a picture", "steps.svg", from: "<svg", to: "<svg width=\"8\"", caches: ""),
    Change("a work", "references.yml", from: "Deep", to: "Deeper", caches: all),
    Change("the course's title", "course.yml", from: "A course", to: "The course", caches: all),
    Change("the order", "course.yml", from: "[one, two]", to: "[two, one]", caches: all),
    Change(
      "the site's address", "course.yml", from: "pages", to: "url: https://a.org\npages",
      caches: all),
    Change("the language", "course.yml", from: "pages", to: "language: en-GB\npages", caches: all),
    Change(
      "a claim that fails", "one.md", from: "atLeast: 1", to: "atLeast: 100", caches: "", runs: true
    ),
    Change("prose beside it", "four.md", from: "Nothing", to: "Truly nothing", caches: "four"),
    Change("the claim again", "one.md", from: "atLeast: 100", to: "atLeast: 1", caches: "one"),
    Change(
      "a lesson less", "course.yml", from: "[three, four]", to: "[three]",
      caches: "two three glossary"),
    Change("no reference to it", "one.md", from: "[](lesson:four)", to: "others", caches: "one"),
  ]

  @Test func cachedPagesEqualFreshOnes() throws {
    let course = try CachedCourse()
    for change in Self.changes {
      let name = Comment(rawValue: change.name)
      let before = try course.entries()
      let text = try course.project.read("lessons/\(change.file)")
      #expect(text.contains(change.from), name)
      try course.project.write(
        "lessons/\(change.file)", text.replacing(change.from, with: change.to))
      let build = try course.build(to: "output")
      let after = try course.entries()
      #expect(Set(after.keys.filter { after[$0] != before[$0] }) == change.cached, name)
      try course.clear()
      let fresh = try course.build(to: "fresh")
      #expect(build == fresh, name)
      #expect(build.summary == (change.runs ? "ran 1" : fresh.summary), name)
      guard fresh.exitCode == 0 else { continue }
      let old = try course.project.files(in: "output")
      let new = try course.project.files(in: "fresh")
      #expect(old.keys.sorted() == new.keys.sorted(), name)
      for (path, content) in old {
        #expect(content == new[path], "\(change.name): \(path) differs")
      }
    }
  }

  @Test func warningsOfCachedLessonsAreRepeated() throws {
    let course = try CachedCourse()
    try course.project.write("lessons/two.md", lesson("Words."))
    let build = try course.build(to: "output")
    #expect(
      build.errors == """
        lessons/four.md:7: warning: nothing refers to the footnote 'n'
        1 warning

        """)
  }

  @Test func damagedEntriesAreRebuilt() throws {
    let course = try CachedCourse()
    let folder = course.project.folder.appending(path: "lessons/.gradus/lessons")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let contents = try names.map { try Data(contentsOf: folder.appending(path: $0)) }
    // Truncated, empty, and swapped with another entry.
    let damages: [(Int) -> Data] = [
      { contents[$0].dropLast() }, { _ in Data() }, { contents[($0 + 1) % contents.count] },
    ]
    for damage in damages {
      for (number, name) in names.enumerated() {
        try damage(number).write(to: folder.appending(path: name))
      }
      let fresh = try course.build(to: "fresh")
      #expect(fresh.exitCode == 0)
      #expect(try course.project.files(in: "fresh") == course.project.files(in: "output"))
      try FileManager.default.removeItem(at: course.project.folder.appending(path: "fresh"))
    }
  }

  @Test func concurrentBuildsDoNotInterfere() throws {
    let course = try CachedCourse()
    for round in 1...3 {
      try course.project.write("lessons/two.md", lesson("Round \(round)."))
      let builds = ["output", "fresh", "output"].map { folder in
        course.project.process(arguments: ["build", "--output", folder])
      }
      for build in builds {
        build.standardError = FileHandle.nullDevice
        try build.run()
      }
      for build in builds { build.waitUntilExit() }
      #expect(builds.map(\.terminationStatus) == [0, 0, 0])
      let page = try course.project.read("output/two.html")
      #expect(page.contains("Round \(round)."))
      #expect(try course.project.files(in: "fresh") == course.project.files(in: "output"))
    }
  }

  /// Lessons that are not named are neither rendered nor checked; their entries stay.
  @Test func aBuildOfOneLessonKeepsOtherEntries() throws {
    let course = try CachedCourse()
    let before = try course.entries()
    try course.project.write("lessons/two.md", lesson("Two."))
    try course.project.write("lessons/three.md", lesson("Three, not [](fig:one/none)."))
    let build = try course.project.run("build", "two")
    #expect(build.errors == "output: 4 files written\n")
    let after = try course.entries()
    #expect(after.keys.filter { after[$0] != before[$0] } == ["two"])
    #expect(try course.build(to: "output").exitCode == 1)
  }
}

/// A course with a filled cache.
private struct CachedCourse {
  let project: TestProject

  init() throws {
    project = try TestProject(CachedLessonTests.lessons, yaml: CachedLessonTests.yaml)
    try project.write("lessons/references.yml", CachedLessonTests.works)
    try project.write("lessons/data/x.txt", "12")
    try project.write("lessons/steps.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")
    #expect(try build(to: "output").exitCode == 0)
  }

  /// Builds the course; the result omits the line about written files.
  func build(to folder: String) throws -> TestProject.Run {
    var run = try project.run("build", "--output", folder)
    run.errors = run.errors.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("\(folder): ") }.joined(separator: "\n")
    return run
  }

  /// The inode numbers of the cache entries by lesson; an entry that is rewritten gets a new one.
  func entries() throws -> [String: Int] {
    struct Head: Decodable {
      struct Lesson: Decodable { var name: String }
      var lesson: Lesson
    }
    return try project.files(in: "lessons/.gradus/lessons").reduce(into: [:]) { entries, file in
      // The header follows the line with the digest.
      let head = file.value.split(separator: UInt8(ascii: "\n"), maxSplits: 2)[1]
      let name = try JSONDecoder().decode(Head.self, from: head).lesson.name
      let path = project.folder.appending(path: "lessons/.gradus/lessons/\(file.key)").path
      entries[name] =
        try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    }
  }

  /// Deletes all lesson entries, but no runs.
  func clear() throws {
    try FileManager.default.removeItem(
      at: project.folder.appending(path: "lessons/.gradus/lessons"))
  }
}
