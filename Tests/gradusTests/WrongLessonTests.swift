import Foundation
import Testing

/// What an author reads when lessons are wrong: all of it in one run, by the course's order.
@Suite struct WrongLessonTests {
  static let lessons: [(name: String, text: String)] = [
    (
      "compile",
      lesson(
        """
        Words.

        - A list:

          ```{swift}
          let x: Int = "one"
          ```
        """)
    ),
    (
      "trap",
      lesson(
        """
        ```{swift}
        func third(_ values: [Int]) -> Int {
          values[2]
        }
        ```

        ```{swift}
        print(third([1, 2]))
        ```
        """)
    ),
    ("hang", "---\ntitle: T\ndescription: D.\ntimeout: 1\n---\n```{swift}\nwhile true {}\n```\n"),
    (
      "claim",
      lesson(
        "```{swift}\nclaim(\"peak\", 0.2 + 0, equals: 0.25, within: 0.01)\n```\n[A quarter](claim:peak)."
      )
    ),
    ("words", lesson("[A quarter](claim:peak).")),
    ("cell", lesson("```{swift}\nclaim(\"peak\", 1.0 + 0, atMost: 2)\n```")),
    ("alt", lesson("```{swift}\nfigure(\"decay\") { LineMark(x: 0, y: 0) }\n```")),
    ("empty-alt", lesson("```{swift}\nfigure(\"decay\", alt: \"\") { LineMark(x: 0, y: 0) }\n```")),
    ("reference", lesson("See [](fig:decay).")),
    ("yaml", "---\ntitle: T\ndescription: a: b\n---\nWords.\n"),
    ("empty", "\n"),
    ("engine", lesson("```{swift}\nlet a = Tensor.zeros([2, 3])\n_ = a.matmul(a)\n```")),
    ("exit", lesson("```{swift}\nexit(0)\n```\n\n```{swift}\nlet x = 1\n```")),
  ]

  static let expected = """
    lessons/compile.md:10:16: error: cannot convert value of type 'String' to specified type 'Int'
    """

  @Test func allIsSaidInOneRunAndTheOldSiteStands() throws {
    let workshop = try Workshop([("good", lesson("Words."))])
    #expect(try workshop.run("build").exitCode == 0)
    let before = try workshop.files(in: "output")
    let names = ["good"] + Self.lessons.map(\.name) + ["latin"]
    for (name, text) in Self.lessons { try workshop.write("lessons/\(name).md", text) }
    try workshop.write("lessons/latin.md", Data(lesson("caf").utf8) + Data([0xE9]))
    try workshop.write(
      "lessons/course.yml", "title: T\nlessons: [\(names.joined(separator: ", "))]\n")
    let run = try workshop.run("build")
    #expect(run.exitCode == 1)
    #expect(run.output == "")
    #expect(run.errors == Self.expected)
    #expect(try workshop.files(in: "output") == before)
  }
}
