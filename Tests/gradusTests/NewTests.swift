import Foundation
import Testing

@Suite struct NewTests {
  private static let yaml = """
    title: A course  # its name
    description: D.
    # In order:
    lessons:
      - 09-one  # the first

    """

  @Test func aNewLessonIsListedAndBuilds() throws {
    let project = try TestProject([("09-one", BuildTests.good)], yaml: Self.yaml)
    let made = try project.run("new", "Weight Décay, and why?")
    #expect(
      made
        == TestProject.Run(
          exitCode: 0, output: "",
          errors: "lessons/10-weight-decay-and-why.md: created and added to lessons/course.yml\n"))
    #expect(try project.read("lessons/course.yml") == Self.yaml + "  - 10-weight-decay-and-why\n")
    let build = try project.run("build", "--warnings-as-errors")
    #expect(build.exitCode == 0, "\(build.errors)")
    let page = try project.read("output/10-weight-decay-and-why.html")
    #expect(page.contains("Weight Décay, and why?</h1>"))
  }

  @Test(arguments: [
    "true", "A: b # c", "\"quoted\" \\ 'single'", "- a list", "梯度消失", "1.5", "@x", "[a]", "%TAG",
    "<b>bold</b>", "a  ", "&anchor", "!tag", "*star*", "{curly}", "a: ", "null",
  ])
  func anyTitleBuilds(title: String) throws {
    let project = try TestProject([("one", BuildTests.good)])
    #expect(try project.run("new", "--", title).exitCode == 0)
    let list = try project.read("lessons/course.yml")
    let name = try #require(list.split(separator: "\n").last?.split(separator: " ").last)
    let read = try project.run("program", String(name))
    #expect(read.exitCode == 0, "\(read.errors)")
  }

  @Test func existingFilesAreNotOverwritten() throws {
    let project = try TestProject([("one", BuildTests.good)])
    try project.write("lessons/two.md", "mine")
    let before = try project.files(in: "lessons")
    #expect(
      try project.run("new", "Two")
        == TestProject.Run(
          exitCode: 1, output: "",
          errors: "error: 'lessons/two.md' already exists\nhelp: choose another name\n"))
    let course = try project.run("new", "--course", "lessons")
    #expect(
      course.errors == """
        error: 'lessons' already exists and is not empty
        help: choose a new folder, or add a lesson: gradus new "Title" --course lessons

        """)
    #expect(course.exitCode == 1)
    #expect(try project.files(in: "lessons") == before)
  }

  @Test func anUnsupportedListIsNotChanged() throws {
    let project = try TestProject([("one", BuildTests.good)], yaml: "title: T\nlessons: one\n")
    let before = try project.files(in: "lessons")
    let run = try project.run("new", "Two")
    #expect(run.exitCode == 1)
    #expect(
      run.errors == """
        error: cannot add a lesson to the list in lessons/course.yml
        help: create lessons/two.md yourself and add 'two' to the list

        """)
    #expect(try project.files(in: "lessons") == before)
  }

  @Test(arguments: [
    ([], "expected a lesson's title, as in: gradus new \"Weight decay\""),
    (["?!"], "a title must be one line and contain a letter or a digit"),
    (["a\nb"], "a title must be one line and contain a letter or a digit"),
  ])
  func invalidTitlesAreErrors(arguments: [String], message: String) throws {
    let project = try TestProject([("one", BuildTests.good)])
    let list = arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = try project.shell("\"$gradus\" new \(list)")
    #expect(run.exitCode == 64 && run.errors.contains(message), "\(run.errors)")
  }

  @Test func aLessonNeedsACourse() throws {
    let run = try TestProject([]).run("new", "One", "--course", "nowhere")
    #expect(run.exitCode == 1)
    #expect(
      run.errors == """
        error: there is no course in 'nowhere'
        help: create one first: gradus new --course nowhere

        """)
  }

  /// The steps of an author who teaches another subject.
  @Test func aNewCourseCanBeExtendedAndPublished() throws {
    let project = try TestProject([])
    let made = try project.run("new", "--course", "desk/integration")
    #expect(made.exitCode == 0)
    let first = try project.run(
      "build", "--warnings-as-errors", "--course", "desk/integration", "--output", "site")
    #expect(first.exitCode == 0, "\(first.errors)")

    try project.write(
      "desk/integration/course.yml",
      """
      title: Numerical integration
      description: Areas by sums.
      lessons: [01-beginning, 02-training]
      """)
    try project.write("desk/integration/01-beginning.md", Self.trapezium)
    try project.write("desk/integration/02-training.md", Self.weights)
    #expect(
      try project.run("new", "Simpson's rule", "--course", "desk/integration").exitCode == 0)
    let run = try project.run(
      "build", "--warnings-as-errors", "--course", "desk/integration", "--output", "site")
    #expect(run.exitCode == 0, "\(run.errors)")
    let index = try project.read("site/index.html")
    for title in ["Numerical integration", "The trapezium rule", "Learnt weights"] {
      #expect(index.contains(title))
    }
    #expect(index.contains("03-simpson-s-rule.html"))
    #expect(try project.read("site/01-beginning.html").contains("0.333"))
    #expect(try project.files(in: "output").isEmpty)
  }

  /// A lesson that does not use the engine.
  private static let trapezium = """
    ---
    title: The trapezium rule
    description: How near do a hundred trapezia come?
    ---

    ```{swift}
    func trapezia(_ count: Int, _ f: (Double) -> Double) -> Double {
      let width = 1 / Double(count)
      return (0..<count).reduce(0) { sum, step in
        sum + width * (f(Double(step) * width) + f(Double(step + 1) * width)) / 2
      }
    }
    let area = trapezia(100) { $0 * $0 }
    claim("near", abs(area - 1.0 / 3), atMost: 1e-4)
    ```

    The area below $x^2$ is about `{swift} area`, [near a third](claim:near).

    """

  /// A lesson that uses the engine.
  private static let weights = """
    ---
    title: Learnt weights
    description: Does gradient descent find the weights of Simpson's rule?
    seed: 3
    ---

    ```{swift}
    let powers = Tensor([[1, 1, 1], [0, 0.5, 1], [0, 0.25, 1]])
    let areas = Tensor([[1], [0.5], [1.0 / 3]])
    let weights = Tensor([[0], [0], [0]], requiresGrad: true)
    let descent = SGD([weights], lr: 0.5)
    for _ in 1...4000 {
      descent.zeroGrad()
      mseLoss(powers.matmul(weights), areas).backward()
      descent.step()
    }
    let middle = weights.values[1]
    claim("simpson", middle, equals: 2.0 / 3, within: 0.01)
    ```

    In the middle stands `{swift} middle`: [two thirds](claim:simpson).

    """
}
