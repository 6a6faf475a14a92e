import Foundation
import Testing

/// Files and folders may have any name that the file system allows, and users need no home.
@Suite struct OddNamesTests {
  /// Few names that hold much, since each course is built several times.
  static let names = [
    "it's \"quoted\" back\\slash $HOME `id` $(id) #hash?query=1&2 %20 <größe> {漢字} [😀] | * ~ ;",
    "line\nend\ttab %0A", "-dash: a:12:3: error: b",
  ]

  /// A course of one lesson that reads a data file.
  private static func text(data: String, _ code: String = "") -> String {
    let yaml = String(
      decoding: (try? JSONEncoder().encode("data/" + data)) ?? Data(), as: UTF8.self
    )
    .replacing("\\/", with: "/")
    return lesson(
      """
      ```{swift}
      //| inputs: [\(yaml)]
      let file = #"data/\(data.replacing("\n", with: "\\#n").replacing("\t", with: "\\#t"))"#
      let text = try String(contentsOfFile: file, encoding: .utf8)
      print(text.count)
      \(code)
      ```
      It is `{swift} text.count`.
      """)
  }

  private func course(_ folder: String, _ lesson: String, data: String, _ code: String = "") throws
    -> Workshop
  {
    let workshop = try Workshop([])
    let yaml = String(decoding: try JSONEncoder().encode(lesson), as: UTF8.self)
    try workshop.write("\(folder)/course.yml", "title: C\nlessons: [\(yaml)]\n")
    try workshop.write("\(folder)/\(lesson).md", Self.text(data: data, code))
    try workshop.write("\(folder)/data/\(data)", "12345")
    return workshop
  }

  @Test(arguments: names) func aCourseOfThisNameIsBuilt(name: String) throws {
    let workshop = try course(name, name, data: name)
    let run = try workshop.run(
      "build", "--course=\(name)", "--output=\(name)-site", "--cache=\(name)-cache",
      environment: ["TMPDIR": workshop.folder.path])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try workshop.read("\(name)-site/\(name).html").contains("<samp>5\n</samp>"))
    #expect(try workshop.read("\(name)-site/\(name)/data/\(name)") == "12345")
    let page = try workshop.read("\(name)-site/\(name).html")
    #expect(links(of: page).filter { !workshop.has("\(name)-site/\($0)") } == [])
    // What was made is known again, whatever its name.
    let again = try workshop.run(
      "build", "--course=\(name)", "--output=\(name)-site", "--cache=\(name)-cache")
    #expect(again.errors == "\(name)-site: nothing has changed\n")
    let part = try workshop.run(
      "build", "--course=\(name)", "--output=\(name)-site", "--cache=\(name)-cache", "--",
      "\(name)")
    #expect(part.exitCode == 0, "\(part.errors)")
    #expect(try workshop.run("why", "--course=\(name)", "--cache=\(name)-cache").exitCode == 0)
  }

  @Test(arguments: names) func whatIsWrongIsToldAtItsLine(name: String) throws {
    let workshop = try course(name, name, data: name, "let a: Int = \"s\"")
    let file = "\(name)/\(name).md"
    let first = try workshop.run("check", "--course=\(name)")
    #expect(
      first.errors.contains(
        "\(file):10:14: error: cannot convert value of type 'String' to specified type 'Int'\n"),
      "\(first.errors)")
    try workshop.write(file, Self.text(data: name, "let a = [1]\n_ = a[a.count]"))
    let second = try workshop.run("check", "--course=\(name)")
    #expect(
      second.errors.contains("\(file):11:6: error: trap: Index out of range\n"), "\(second.errors)"
    )
  }

  /// The files to which a page links, without places on it.
  private func links(of page: String) -> [String] {
    page.matches(of: /(?:href|src)="([^"#]+)/).map {
      String($0.1).replacing("&amp;", with: "&").removingPercentEncoding ?? ""
    }.filter { !$0.hasPrefix("https:") && !$0.hasPrefix("data:") }
  }

  @Test func filesOfANameThatIsNoTextAreNoObstacle() throws {
    let workshop = try Workshop([("one", lesson("```{swift}\nprint(1)\n```"))])
    let run = try workshop.shell(
      #"""
      touch "$(printf 'lessons/a\377b.csv')"; mkdir "$(printf 'lessons/c\377d')"
      touch "$(printf 'lessons/c\377d/e')"
      "$gradus" build; "$gradus" build
      """#)
    #expect(run.exitCode == 0)
    #expect(run.errors.hasSuffix("output: nothing has changed\n"), "\(run.errors)")
  }

  @Test(arguments: [
    ["env", "-u", "HOME", "-u", "TMPDIR"], ["env", "HOME=/nonexistent"], ["env", "HOME="],
    ["env", "LANG=xx_YY", "LC_ALL=zz"], ["env", "LC_ALL=tr_TR.ISO-8859-9"], ["env", "TMPDIR=."],
    ["env", "-i", "PATH=\(ProcessInfo.processInfo.environment["PATH"] ?? "")"],
  ])
  func theEnvironmentNeedsNoMoreThanAPath(wrapper: [String]) throws {
    let workshop = try Workshop([("one", DiskFaultTests.measured)])
    let run = try workshop.shell(
      "gradus=\(Workshop.product.path)\nexec \"$gradus\" build", through: wrapper)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try workshop.read("output/one.html").contains("1.5"))
  }

  /// A user without a home or a name, for whom the course is read-only.
  @Test(.enabled(if: getuid() == 0, "only root may become somebody else"))
  func anyUserCanBuildACourseThatOthersOwn() throws {
    let workshop = try Workshop([("one", DiskFaultTests.measured)])
    let run = try workshop.shell(
      """
      mkdir -m 777 own; chmod -R go+rX . lessons
      nobody() { setpriv --reuid=54321 --regid=54321 --clear-groups env -i PATH="$PATH" "$@"; }
      nobody "$gradus" build --cache own/cache --output own/output || exit 1
      nobody "$gradus" why --cache own/cache || exit 2
      # A cache that another user filled, and which nobody else may write to.
      "$gradus" build || exit 3
      nobody "$gradus" build --output own/second || exit 4
      diff -r own/output own/second || exit 5
      # A cache that another user filled in a folder of everybody's.
      mkdir -m 1777 shared
      "$gradus" build --cache shared/cache --output first || exit 6
      nobody "$gradus" build --cache shared/cache --output own/third || exit 7
      diff -r own/output own/third
      """)
    #expect(run.exitCode == 0, "\(run.errors)")
  }
}

extension Workshop {
  /// Whether a file stands there.
  fileprivate func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }
}
