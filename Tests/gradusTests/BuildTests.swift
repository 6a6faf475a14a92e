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

  @Test func buildWritesTheSite() throws {
    let project = try TestProject([("one", Self.good)])
    let run = try project.run("build")
    #expect(run == TestProject.Run(exitCode: 0, output: "", errors: "output: 16 files written\n"))
    let page = try project.read("output/one.html")
    #expect(page.contains("<samp>printed 0.0009765625\n</samp>"))
    #expect(page.contains("Then <span class=\"value\">9.77 × 10<sup>−4</sup></span> is left"))
    #expect(page.contains("It says <span class=\"value\">another program</span>."))
    #expect(page.contains("measured 9.76563 × 10<sup>−4</sup>, demanded at most 0.001"))
    #expect(page.contains("<a href=\"#fig-halves\">Figure 1.1</a>"))
    #expect(page.contains("<desc id=") && page.contains("9.77 × 10⁻⁴ is left."))
    #expect(try project.read("output/one/halves.csv").contains("9765625"))
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

  @Test func inputsAndResultsOfCellsAreOnThePage() throws {
    let project = try TestProject([("one", Self.cells)])
    try project.write("lessons/data/numbers.txt", "3 0.5")
    let run = try project.run("build")
    #expect(run == TestProject.Run(exitCode: 0, output: "", errors: "output: 16 files written\n"))
    let page = try project.read("output/one.html")
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
      try project.read("output/one/powers.csv")
        == "power,x,y\r\n1,3,3\r\n1,0.5,0.5\r\n2,3,9\r\n2,0.5,0.25\r\n")
    #expect(try project.run("build").errors == "output: nothing has changed\n")
  }

  @Test func aSecondBuildWritesNothing() throws {
    let project = try TestProject([("one", Self.good)])
    #expect(try project.run("build").exitCode == 0)
    #expect(try project.run("build", "--output", "again").exitCode == 0)
    #expect(try project.files(in: "output") == project.files(in: "again"))
    #expect(try project.run("build").errors == "output: nothing has changed\n")
  }

  @Test func buildIsTheDefaultVerb() throws {
    let project = try TestProject([("one", lesson("Words."))])
    #expect(try project.run().errors == "output: 8 files written\n")
  }

  @Test func onlyFilesOfEarlierBuildsAreRemoved() throws {
    let project = try TestProject([("one", lesson("Words.")), ("two", lesson("Words."))])
    try project.write("output/README.md", "mine")
    try project.write("output/pictures/deep/me.svg", "mine")
    _ = try project.run("build")
    #expect(try project.files(in: "output").keys.contains("two.html"))
    try project.write("lessons/course.yml", "title: A course\nlessons: [one]\n")
    #expect(try project.run("build").exitCode == 0)
    let files = try project.files(in: "output").keys.sorted()
    #expect(
      files == [
        ".gradus-files", "404.html", "README.md", "favicon.svg", "index.html", "one.html",
        "one/one.md", "pictures/deep/me.svg", "script.js", "search/1.js", "style.css",
      ])
  }

  @Test func leftoversOfAKilledBuildAreRemoved() throws {
    let project = try TestProject([("one", lesson("Words."))])
    for ending in ["files written\n", "nothing has changed\n"] {
      try project.write(".output.gradus-draft/half", "half a site")
      #expect(try project.run("build").errors.hasSuffix(ending))
      #expect(try project.files(in: ".output.gradus-draft").isEmpty)
    }
    #expect(try !project.files(in: "output").keys.contains("half"))
  }

  @Test func aDiskErrorNamesThePath() throws {
    let project = try TestProject([("one", lesson("Words."))])
    try project.write("output", "a file, not a folder")
    let run = try project.run("build")
    #expect(run.exitCode == 74)
    #expect(run.errors.hasPrefix("error: the output 'output' is not a folder\n"))
  }

  @Test func checkWritesNothing() throws {
    let project = try TestProject([("one", Self.good)])
    let run = try project.run("check")
    #expect(run == TestProject.Run(exitCode: 0, output: "", errors: "lessons: no problems found\n"))
    #expect(try project.files(in: "output").isEmpty)
  }

  @Test func anInvalidCommandLineExitsWith64() throws {
    let project = try TestProject([("one", lesson("Words."))])
    #expect(try project.run("biuld").exitCode == 64)
    #expect(try project.run("build", "--jobs", "0").exitCode == 64)
    for output in [".", "/", "lessons", "lessons/.gradus"] {
      #expect(try project.run("build", "--output", output).exitCode == 64)
    }
    #expect(try project.run("build", "--output", "lessons/site").exitCode == 0)
    #expect(try project.run("program", "two").exitCode == 64)
  }

  @Test func cellsDoNotSeeTheAuthorsEnvironment() throws {
    let project = try TestProject([
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
    let run = try project.run("build", environment: ["GRADUS_SECRET": "hunter2"])
    #expect(run.exitCode == 0)
    let page = try project.read("output/one.html")
    #expect(page.contains("LANG=C.UTF-8") && page.contains("\n[]\n"))
    #expect(!page.contains("hunter2"))
  }
}
