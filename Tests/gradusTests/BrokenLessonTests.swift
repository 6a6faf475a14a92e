import Foundation
import Testing

/// All errors of all lessons are reported in one run, in the order of the course.
@Suite struct BrokenLessonTests {
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
    (
      "cells",
      lesson(
        """
        ```{swift}
        //| error: compile
        let x: Int = 1
        ```
        ```{swift}
        //| inputs: course.yaml
        //| session: file
        ```
        ```{swift}
        //| error: trap
        //| session: trap
        let none = [Double]().first
        claim("literal", -0.25, atMost: 1)
        ```
        [Less](claim:literal).

        ```{swift}
        //| session: results
        let none = [Double]().first
        for _ in 1...2 { figure("loop", alt: "A.") { LineMark(x: 0, y: 0) } }
        explore("sweep", "n", over: ["a"]) { n in }
        table("left", columns: "a", "b") { Row(1) }
        claim("written", 3, atMost: 3)
        ```
        It is `{swift results} none`, [three](claim:written).
        """)
    ),
    ("exit", lesson("```{swift}\nexit(0)\n```\n\n```{swift}\nlet x = 1\n```")),
  ]

  static let expected = """
    lessons/compile.md:10:16: error: cannot convert value of type 'String' to specified type 'Int'
    lessons/trap.md:7:9: error: trap: Index out of range
    help: called from line 12
    lessons/hang.md:6: error: timeout: the session was still running here after 1 s
    help: do less, or raise the limit with 'timeout: SECONDS' in the front matter
    lessons/claim.md:6: error: the claim 'peak' fails: measured 0.2, demanded 0.25 within 0.01
    help: line 8 says: A quarter
    lessons/words.md:5: error: no cell makes the claim 'peak'
    lessons/cell.md:6: error: the prose does not refer to the claim 'peak'
    help: link some text to it: [text](claim:peak)
    lessons/alt.md:6:1: error: 'figure(_:marks:)' is unavailable: a figure needs an alt text: add \
    'alt:'
    lessons/empty-alt.md:6: error: the figure 'decay' has an empty alt text
    help: describe the figure for readers who cannot see it; alt can contain measured values
    lessons/reference.md:5: error: there is no figure 'decay'
    lessons/yaml.md:3: error: the front matter is not valid YAML: mapping values are not allowed \
    in this context
    lessons/empty.md:1: error: the lesson is empty
    lessons/engine.md:7:7: error: trap: matmul: shapes [2, 3] and [2, 3] do not fit: 3 columns \
    against 2 rows
    lessons/cells.md:5: error: the cell compiles, but has the option 'error: compile'
    help: remove the option, or show code that does not compile
    lessons/cells.md:10: error: input 'course.yaml' not found
    help: did you mean 'course.yml'?
    lessons/cells.md:13: error: the cell does not trap, but has the option 'error: trap'
    help: remove the option, or show code that traps
    lessons/cells.md:24: error: two figures have the name 'loop'
    help: the call runs more than once: include what varies in the name
    lessons/cells.md:25: error: 'sweep' has no frame for n = a
    help: the block of 'explore' draws one 'frame' for each value
    lessons/cells.md:26: error: a row of length 1 in the table 'left' with 2 columns
    lessons/cells.md:27: error: a claim of the literal 3 measures nothing
    help: claim a value that the program has computed
    lessons/cells.md:29: error: the value 'none' is nil or empty, so there is nothing to show
    help: provide a default value, as in '?? 0'
    lessons/exit.md:5: error: the program exits here with code 0, before the end of the session
    help: remove the call of 'exit'
    lessons/latin.md:6: error: the file is not UTF-8 text
    help: save it as UTF-8
    22 errors

    """

  @Test func allErrorsAreReportedAndTheOldSiteStays() throws {
    let project = try TestProject([("good", lesson("Words."))])
    #expect(try project.run("build").exitCode == 0)
    let before = try project.files(in: "output")
    let names = ["good"] + Self.lessons.map(\.name) + ["latin"]
    for (name, text) in Self.lessons { try project.write("lessons/\(name).md", text) }
    try project.write("lessons/latin.md", Data(lesson("caf").utf8) + Data([0xE9]))
    try project.write(
      "lessons/course.yml", "title: T\nlessons: [\(names.joined(separator: ", "))]\n")
    let run = try project.run("build")
    #expect(run.exitCode == 1)
    #expect(run.output == "")
    #expect(run.errors == Self.expected)
    #expect(try project.files(in: "output") == before)
  }
}
