import Foundation
import Testing

@Suite struct BuildTests {
  static let good = lesson(
    """
    ```{swift}
    var left = 1.0
    for _ in 1...10 { left /= 2 }
    print("printed", left)
    claim("little", left, atMost: 0.001)
    figure("halves", alt: "\\(format(left)) is left.") { LineMark(x: 0, y: left) }
    ```
    Then `{swift} left` is left, [less than a thousandth](claim:little); see [](fig:halves).

    ```{swift}
    //| session: other
    let left = "another program"
    ```
    It says `{swift other} left`.
    """)

  @Test func aCourseBecomesASite() throws {
    let workshop = try Workshop([("one", Self.good)])
    let run = try workshop.run("build")
    #expect(run == Workshop.Run(exitCode: 0, output: "", errors: "output: 16 files written\n"))
    let page = try workshop.read("output/one.html")
    #expect(page.contains("<samp>printed 0.0009765625\n</samp>"))
    #expect(page.contains("Then <span class=\"value\">9.77 × 10<sup>−4</sup></span> is left"))
    #expect(page.contains("It says <span class=\"value\">another program</span>."))
    #expect(page.contains("measured 9.76563 × 10<sup>−4</sup>, demanded at most 0.001"))
    #expect(page.contains("<a href=\"#fig-halves\">Figure 1.1</a>"))
    #expect(page.contains("<desc id=") && page.contains("9.77 × 10⁻⁴ is left."))
    #expect(try workshop.read("output/one/halves.csv").contains("9765625"))
  }

  static let cells = lesson(
    """
    ```{swift}
    //| inputs: data/numbers.txt
    let text = try String(contentsOfFile: "data/numbers.txt", encoding: .utf8)
    let numbers = text.split(separator: " ").compactMap { Double($0) }
    ```
    There are `{swift} numbers`, the first is `{swift} numbers.first`.

    ```{swift}
    //| error: compile
    let number: Int = text
    ```
    ```{swift}
    explore("powers", "power", over: [1, 2]) { power in
      frame(alt: "Power \\(power).") {
        for x in numbers { PointMark(x: x, y: pow(x, Double(power))) }
      }
    }
    table("numbers", columns: "number", "square") {
      for x in numbers { Row(x, x * x) }
    }
    .caption("Squares.")
    ```
    See [](fig:powers), [](tbl:numbers).

    ```{swift}
    //| error: trap
    _ = numbers[7]
    ```
    """)

  @Test func whatCellsAskForAndMakeIsOnThePage() throws {
    let workshop = try Workshop([("one", Self.cells)])
    try workshop.write("lessons/data/numbers.txt", "3 0.5")
    let run = try workshop.run("build")
    #expect(run == Workshop.Run(exitCode: 0, output: "", errors: "output: 16 files written\n"))
    let page = try workshop.read("output/one.html")
    #expect(
      page.contains(
        "<span class=\"value\">3, 0.5</span>, the first is <span class=\"value\">3</span>"))
    #expect(
      page.contains(
        "one.md:14: error: cannot convert value of type 'String' to specified type"))
    #expect(page.contains("one.md:31: trap: Index out of range\n</samp>"))
    #expect(page.contains("<legend>power</legend>"))
    #expect(page.contains("<a href=\"#fig-powers\">Figure 1.1</a>"))
    #expect(page.contains("<a href=\"#tbl-numbers\">Table 1.1</a>"))
    #expect(
      try workshop.read("output/one/powers.csv")
        == "power,x,y\r\n1,3,3\r\n1,0.5,0.5\r\n2,3,9\r\n2,0.5,0.25\r\n")
    #expect(try workshop.run("build").errors == "output: nothing has changed\n")
  }

  @Test func twoBuildsGiveTheSameBytesAndTheSecondWritesNothing() throws {
    let workshop = try Workshop([("one", Self.good)])
    #expect(try workshop.run("build").exitCode == 0)
    #expect(try workshop.run("build", "--output", "again").exitCode == 0)
    #expect(try workshop.files(in: "output") == workshop.files(in: "again"))
    #expect(try workshop.run("build").errors == "output: nothing has changed\n")
  }

  @Test func buildIsWhatGradusDoesWithoutAVerb() throws {
    let workshop = try Workshop([("one", lesson("Words."))])
    #expect(try workshop.run().errors == "output: 8 files written\n")
  }

  @Test func filesThatNoBuildMadeStayAndThoseOfAnOldBuildGo() throws {
    let workshop = try Workshop([("one", lesson("Words.")), ("two", lesson("Words."))])
    try workshop.write("output/README.md", "mine")
    try workshop.write("output/pictures/deep/me.svg", "mine")
    _ = try workshop.run("build")
    #expect(try workshop.files(in: "output").keys.contains("two.html"))
    try workshop.write("lessons/course.yml", "title: A course\nlessons: [one]\n")
    #expect(try workshop.run("build").exitCode == 0)
    let files = try workshop.files(in: "output").keys.sorted()
    #expect(
      files == [
        ".gradus-files", "404.html", "README.md", "favicon.svg", "index.html", "one.html",
        "one/one.md", "pictures/deep/me.svg", "script.js", "search/1.js", "style.css",
      ])
  }

  @Test func whatAKilledBuildLeftBesideTheOutputIsRemoved() throws {
    let workshop = try Workshop([("one", lesson("Words."))])
    for words in ["files written\n", "nothing has changed\n"] {
      try workshop.write(".output.gradus-draft/half", "half a site")
      #expect(try workshop.run("build").errors.hasSuffix(words))
      #expect(try workshop.files(in: ".output.gradus-draft").isEmpty)
    }
    #expect(try !workshop.files(in: "output").keys.contains("half"))
  }

  @Test func aDiskThatRefusesIsNamedWithItsPath() throws {
    let workshop = try Workshop([("one", lesson("Words."))])
    try workshop.write("output", "a file, not a folder")
    let run = try workshop.run("build")
    #expect(run.exitCode == 74)
    #expect(run.errors.hasPrefix("error: the output 'output' is not a folder\n"))
  }

  @Test func checkWritesNothing() throws {
    let workshop = try Workshop([("one", Self.good)])
    let run = try workshop.run("check")
    #expect(run == Workshop.Run(exitCode: 0, output: "", errors: "lessons: all is well\n"))
    #expect(try workshop.files(in: "output").isEmpty)
  }

  @Test func aWrongCommandLineHasAnExitCodeOfItsOwn() throws {
    let workshop = try Workshop([("one", lesson("Words."))])
    #expect(try workshop.run("biuld").exitCode == 64)
    #expect(try workshop.run("build", "--jobs", "0").exitCode == 64)
    for output in [".", "/", "lessons", "lessons/.gradus"] {
      #expect(try workshop.run("build", "--output", output).exitCode == 64)
    }
    #expect(try workshop.run("build", "--output", "lessons/site").exitCode == 0)
    #expect(try workshop.run("program", "two").exitCode == 64)
  }

  @Test func nothingOfTheAuthorsMachineReachesACell() throws {
    let workshop = try Workshop([
      (
        "one",
        lesson(
          """
          ```{swift}
          for (name, value) in ProcessInfo.processInfo.environment.sorted(by: { $0.key < $1.key }) {
            print("\\(name)=\\(value)")
          }
          print((try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? ["unreadable"])
          ```
          """)
      )
    ])
    let run = try workshop.run("build", environment: ["GRADUS_SECRET": "hunter2"])
    #expect(run.exitCode == 0)
    let page = try workshop.read("output/one.html")
    #expect(page.contains("LANG=C.UTF-8") && page.contains("\n[]\n"))
    #expect(!page.contains("hunter2"))
  }
}
