import Foundation
import Testing

/// Files and folders can have any name that the file system permits, and users need no home folder.
@Suite struct OddNamesTests {
  /// A few names that combine many special characters, since each course is built several times.
  static let names = [
    "it's \"quoted\" back\\slash $HOME `id` $(id) #hash?query=1&2 %20 <größe> {漢字} [😀] | * ~ ;",
    "line\nend\ttab %0A", "-dash: a:12:3: error: b",
  ]

  /// A lesson that reads a data file.
  private static func text(data: String, code: String = "") -> String {
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

  private func course(_ folder: String, _ lesson: String, data: String, code: String = "") throws
    -> TestProject
  {
    let project = try TestProject([])
    let yaml = String(decoding: try JSONEncoder().encode(lesson), as: UTF8.self)
    try project.write("\(folder)/course.yml", "title: C\nlessons: [\(yaml)]\n")
    try project.write("\(folder)/\(lesson).md", Self.text(data: data, code: code))
    try project.write("\(folder)/data/\(data)", "12345")
    return project
  }

  @Test(arguments: names) func aCourseOfThisNameBuilds(name: String) throws {
    let project = try course(name, name, data: name)
    let run = try project.run(
      "build", "--course=\(name)", "--output=\(name)-site", "--cache=\(name)-cache",
      environment: ["TMPDIR": project.folder.path])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try project.read("\(name)-site/\(name).html").contains("<samp>5\n</samp>"))
    #expect(try project.read("\(name)-site/\(name)/data/\(name)") == "12345")
    let page = try project.read("\(name)-site/\(name).html")
    #expect(links(of: page).filter { !project.has("\(name)-site/\($0)") } == [])
    // The installed site is recognised under this name.
    let again = try project.run(
      "build", "--course=\(name)", "--output=\(name)-site", "--cache=\(name)-cache")
    #expect(again.errors == "\(name)-site: nothing has changed\n")
    let part = try project.run(
      "build", "--course=\(name)", "--output=\(name)-site", "--cache=\(name)-cache", "--",
      "\(name)")
    #expect(part.exitCode == 0, "\(part.errors)")
    #expect(try project.run("why", "--course=\(name)", "--cache=\(name)-cache").exitCode == 0)
  }

  @Test(arguments: names) func errorsAreReportedAtTheirLine(name: String) throws {
    let project = try course(name, name, data: name, code: "let a: Int = \"s\"")
    let file = "\(name)/\(name).md"
    let first = try project.run("check", "--course=\(name)")
    #expect(
      first.errors.contains(
        "\(file):10:14: error: cannot convert value of type 'String' to specified type 'Int'\n"),
      "\(first.errors)")
    try project.write(file, Self.text(data: name, code: "let a = [1]\n_ = a[a.count]"))
    let second = try project.run("check", "--course=\(name)")
    #expect(
      second.errors.contains("\(file):11:6: error: trap: Index out of range\n"), "\(second.errors)"
    )
  }

  /// The files to which a page links, without fragments.
  private func links(of page: String) -> [String] {
    page.matches(of: /(?:href|src)="([^"#]+)/).map {
      String($0.1).replacing("&amp;", with: "&").removingPercentEncoding ?? ""
    }.filter { !$0.hasPrefix("https:") && !$0.hasPrefix("data:") }
  }

  @Test func fileNamesThatAreNotUTF8AreIgnored() throws {
    let project = try TestProject([("one", lesson("```{swift}\nprint(1)\n```"))])
    let run = try project.shell(
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
  func onlyPATHIsNeededInTheEnvironment(wrapper: [String]) throws {
    let project = try TestProject([("one", DiskFailureTests.measured)])
    let run = try project.shell(
      "gradus=\(TestProject.product.path)\nexec \"$gradus\" build", through: wrapper)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try project.read("output/one.html").contains("1.5"))
  }

  /// Builds as a user without home or name, for whom the course is read-only.
  @Test(.enabled(if: getuid() == 0, "only root can switch users"))
  func aUserCanBuildTheCourseOfAnother() throws {
    let project = try TestProject([("one", DiskFailureTests.measured)])
    let run = try project.shell(
      """
      mkdir -m 777 own; chmod -R go+rX . lessons
      nobody() { setpriv --reuid=54321 --regid=54321 --clear-groups env -i PATH="$PATH" "$@"; }
      nobody "$gradus" build --cache own/cache --output own/output || exit 1
      nobody "$gradus" why --cache own/cache || exit 2
      # A cache that another user has filled and nobody else can write to.
      "$gradus" build || exit 3
      nobody "$gradus" build --output own/second || exit 4
      diff -r own/output own/second || exit 5
      # A cache that another user has filled in a world-writable folder.
      mkdir -m 1777 shared
      "$gradus" build --cache shared/cache --output first || exit 6
      nobody "$gradus" build --cache shared/cache --output own/third || exit 7
      diff -r own/output own/third
      """)
    #expect(run.exitCode == 0, "\(run.errors)")
  }
}

extension TestProject {
  /// Whether a file exists.
  fileprivate func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }
}
