import Foundation
import Testing

@Suite struct ReportTests {
  /// A lesson for each diagnostic code that a lesson can cause, with the line of the error.
  static let wrongLessons: [String: (line: Int, text: String)] = [
    "form": (5, lesson("> [!SOLUTION]\n> Of nothing.")),
    "compile": (6, lesson("```{swift}\nlet a = b\n```")),
    "run": (6, lesson("```{swift}\nfatalError(\"no\")\n```")),
    "limit": (5, lesson("```{swift}\n//| timeout: 1\nwhile true {}\n```")),
    "input": (6, lesson("```{swift}\n//| inputs: [nowhere.csv]\nlet a = 1\n```")),
    "expectation": (5, lesson("```{swift}\n//| error: compile\nlet a = 1\n```")),
    "claim": (
      6, lesson("```{swift}\nclaim(\"a\", Double.pi, atMost: 1)\n```\n\n[It](claim:a) is.")
    ),
    "result": (8, lesson("```{swift}\nlet a: Int? = nil\n```\nIt is `{swift} a`.")),
    "reference": (5, lesson("See [](fig:nowhere).")),
    "formula": (5, lesson("It is $\\frac{1}$.")),
    "link": (5, lesson("See [it](nowhere.md).")),
  ]

  @Test(arguments: wrongLessons.keys.sorted())
  func everyErrorHasItsCode(code: String) throws {
    let (line, text) = try #require(Self.wrongLessons[code])
    let run = try TestProject([("one", text)]).run("check", "--json")
    #expect(run.exitCode == 1)
    let objects = try run.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let found = objects.map { "\($0["code"] ?? "") \($0["line"] ?? 0)" }
    #expect(found.contains("\(code) \(line)"), "\(run.output)")
    #expect(objects.allSatisfy { $0["file"] as? String == "lessons/one.md" })
  }

  @Test func errorsOfTheCourseAreReportedAsJSON() throws {
    let project = try TestProject([("one", BuildTests.good)], yaml: "titel: T\n")
    let run = try project.run("check", "--format", "json")
    #expect(run.exitCode == 1 && run.errors == "1 error\n")
    #expect(
      run.output == """
        {"code":"course","column":null,"file":"lessons/course.yml","help":"did you mean 'title'?",\
        "line":1,"severity":"error","summary":"unknown course key 'titel'"}

        """)
    let unknown = try project.run("check", "one", "--json")
    #expect(unknown.output.contains("\"code\":\"course\""))
  }

  @Test func gitHubGetsAnnotations() throws {
    let project = try TestProject([("one", Self.wrongLessons["compile"]?.text ?? "")])
    for verb in ["check", "build"] {
      let run = try project.run(verb, "--format", "github")
      #expect(run.exitCode == 1 && run.errors == "1 error\n")
      #expect(
        run.output
          == "::error file=lessons/one.md,line=6,col=9,title=compile::cannot find 'b' in scope\n")
    }
  }

  @Test func warningsFailOnlyOnRequest() throws {
    let project = try TestProject([("one", BuildTests.good)])
    try project.write("lessons/two.md", BuildTests.good)
    let lenient = try project.run("build")
    #expect(
      lenient.exitCode == 0 && lenient.errors.contains("two.md:1: warning: the course does not"))
    let site = try project.files(in: "output")
    try project.write("lessons/one.md", BuildTests.good + "\nMore.\n")
    for verb in ["check", "build"] {
      let strict = try project.run(verb, "--warnings-as-errors")
      #expect(strict.exitCode == 1)
      #expect(strict.errors.contains("two.md:1: error: the course does not list this lesson"))
    }
    #expect(try project.files(in: "output") == site)
  }

  @Test func aCorrectCourseHasEmptyJSON() throws {
    let run = try TestProject([("one", BuildTests.good)]).run("check", "--json")
    #expect(run.exitCode == 0 && run.output == "")
  }

  @Test(arguments: [
    (["--json", "--format", "github"], "--json and --format github cannot be combined"),
    (["--numbers", "--twice"], "--numbers and --twice cannot be combined"),
  ])
  func conflictingOptionsAreErrors(options: [String], message: String) throws {
    let project = try TestProject([("one", BuildTests.good)])
    let run = try project.shell("\"$gradus\" check \(options.joined(separator: " "))")
    #expect(run.exitCode == 64 && run.errors.hasPrefix("Error: \(message)\n"), "\(run.errors)")
  }

  @Test func uncomputedNumbersAreListed() throws {
    let project = try TestProject([
      ("one", lesson("About 10 of them,\nand `{swift} 20`, $30$.")), ("two", lesson("All 40.")),
    ])
    let run = try project.run("check", "--numbers")
    #expect(run.exitCode == 0 && run.errors == "")
    #expect(run.output == "lessons/one.md:5: 10\nlessons/two.md:5: 40\n")
    #expect(try project.run("check", "two", "--numbers").output == "lessons/two.md:5: 40\n")
  }
}
