import Foundation
import Testing

@Suite(.serialized) struct ServeTests {
  private static let text = lesson("```{swift}\nlet a = 1\n```\n\nIt is `{swift} a`.")

  @Test func aChangeOfProseAndOfACellReachesThePage() throws {
    let serving = try Serving(Workshop([("one", Self.text)]))
    try serving.wait { !$0.site.isEmpty }
    #expect(try serving.page("one.html").contains("/-/preview.js"))
    for (old, new) in [("It is", "Now it is"), ("a = 1", "a = 4321")] {
      try serving.workshop.write("lessons/one.md", Self.text.replacing(old, with: new))
      let word = new.split(separator: " ").last ?? ""
      try serving.wait { _ in
        try serving.page("one.html").contains(word == "is" ? "Now it is" : word)
      }
    }
  }

  @Test func theSiteAndWhatDiffComparesStayAsTheyAre() throws {
    let workshop = try Workshop([("one", Self.text)])
    #expect(try workshop.run("build").exitCode == 0)
    let (site, said) = (try workshop.files(in: "output"), try workshop.run("diff"))
    let serving = try Serving(workshop)
    try workshop.write("lessons/one.md", Self.text.replacing("a = 1", with: "a = 4321"))
    try serving.wait { _ in try serving.page("one.html").contains("4321") }
    #expect(serving.end() == 0)
    #expect(try workshop.files(in: "output") == site)
    #expect(try workshop.run("diff") == said)
    #expect(!site.values.contains { String(decoding: $0, as: UTF8.self).contains("preview.js") })
    let kept = try workshop.files(in: "lessons/.gradus").keys
    #expect(kept.contains { $0.hasPrefix("previews/") && $0.hasSuffix("/one.html") })
    #expect(try workshop.run("clean").exitCode == 0)
    #expect(try workshop.files(in: "lessons/.gradus").isEmpty)
  }

  @Test func whatIsWrongIsToldAndThePageStaysUntilItIsMended() throws {
    let serving = try Serving(Workshop([("one", Self.text)]))
    try serving.wait { !$0.site.isEmpty }
    try serving.workshop.write("lessons/one.md", Self.text.replacing("= 1", with: "= b"))
    let problems = try serving.wait { !$0.problems.isEmpty }.problems
    #expect(
      problems == [
        Serving.Bulletin.Problem(
          place: "lessons/one.md:6:9", summary: "cannot find 'b' in scope")
      ])
    #expect(try serving.page("one.html").contains("It is"))
    try serving.workshop.write("lessons/one.md", Self.text)
    try serving.wait { $0.problems.isEmpty }
  }

  @Test func aCourseThatIsWrongAtFirstIsServedOnceItIsMended() throws {
    let serving = try Serving(Workshop([("one", "no front matter")]))
    #expect(try serving.wait().problems.first?.place == "lessons/one.md:1")
    #expect(try serving.page("").contains("There is no such page yet."))
    try serving.workshop.write("lessons/one.md", Self.text)
    try serving.wait { !$0.site.isEmpty && $0.problems.isEmpty }
    #expect(try serving.page("").contains("A course"))
  }

  @Test func lessonsAndDataThatComeLaterAreSeen() throws {
    let serving = try Serving(Workshop([("one", Self.text)]))
    try serving.wait { !$0.site.isEmpty }
    let reading = """
      ```{swift}
      //| inputs: [data/x.txt]
      let x = try String(contentsOfFile: "data/x.txt", encoding: .utf8)
      ```

      It is `{swift} x`.
      """
    try serving.workshop.write("lessons/data/x.txt", "first")
    try serving.workshop.write("lessons/two.md", lesson(reading))
    try serving.workshop.write(
      "lessons/course.yml", "title: A course\ndescription: D.\nlessons: [one, two]\n")
    try serving.wait { _ in try serving.page("two.html").contains("first") }
    try serving.workshop.write("lessons/data/x.txt", "second")
    try serving.wait { _ in try serving.page("two.html").contains("second") }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalEndsItCleanly(signal: Int32) throws {
    let serving = try Serving(Workshop([("one", lesson("```{swift}\nwhile true {}\n```"))]))
    #expect(serving.end(by: signal) == 0)
    #expect(serving.words == "serving lessons at \(serving.url)\n")
  }

  @Test func aCourseIsNeeded() throws {
    let run = try Workshop([]).run("serve", "--course", "nowhere", "--port", "0")
    #expect(run.exitCode == 1)
    #expect(run.errors.hasPrefix("nowhere/course.yml:1: error: there is no course here\n"))
  }

  @Test func aPortThatIsTakenIsSaid() throws {
    let serving = try Serving(Workshop([("one", Self.text)]))
    let port = try #require(serving.url.port)
    let run = try serving.workshop.run("serve", "--port", "\(port)")
    #expect(run.exitCode == 74)
    #expect(
      run.errors == """
        error: nothing can be served at \(serving.url): Address already in use
        help: choose another port with --port, or 0 for one that is free

        """)
  }

  @Test(arguments: ["evil.example", "", "127.0.0.1:80"])
  func onlyAnAddressIsListenedAt(host: String) throws {
    let run = try Workshop([("one", Self.text)]).run("serve", "--host", host)
    #expect(run.exitCode == 64)
    #expect(run.errors.hasPrefix("Error: --host must be an address of this machine"))
  }

  /// The product in a package of its own, whose start script does what a test says.
  private func package(in workshop: Workshop) throws -> URL {
    let build = Workshop.product.deletingLastPathComponent()
    let files = FileManager.default
    let package = workshop.folder.appending(path: "package")
    let product = package.appending(path: ".build/release")
    try files.createDirectory(at: product, withIntermediateDirectories: true)
    for name in ["Package.swift", "Sources"] {
      try files.copyItem(
        at: BrowserScript.root.appending(path: name), to: package.appending(path: name))
    }
    for name in ["gradus", "keeper", "libNotebook.so"] {
      try files.copyItem(at: build.appending(path: name), to: product.appending(path: name))
    }
    try files.createSymbolicLink(
      at: product.appending(path: "Modules"),
      withDestinationURL: build.appending(path: "Modules"))
    return package
  }

  @Test func aChangeOfTheEngineBuildsItFirstAndRunsAllAgain() throws {
    let workshop = try Workshop([("one", Self.text)])
    let package = try package(in: workshop)
    let tensor = "package/Sources/Engine/Tensor/Tensor.swift"
    func script(_ body: String) throws {
      try workshop.write("package/draft", "#!/bin/sh\n\(body)\n")
      let draft = package.appending(path: "draft").path
      #expect(chmod(draft, 0o755) == 0)
      #expect(rename(draft, package.appending(path: "gradus").path) == 0)
    }
    try script("exit 1")
    let serving = try Serving(workshop, with: package.appending(path: ".build/release/gradus"))
    try serving.wait { !$0.site.isEmpty }

    try script(
      "echo '\(package.path)/Sources/Engine/Tensor/Tensor.swift:1:3: error: not yet' >&2; exit 70")
    let wrong = try serving.wait { !$0.problems.isEmpty }.problems
    #expect(wrong == [Serving.Bulletin.Problem(place: "\(tensor):1:3", summary: "not yet")])

    // A build leaves products that are newer than their sources.
    try script(
      """
      build="${0%/*}/.build/release"
      [ "$1" = --help ] || exec "$build/gradus" serve --port \(serving.url.port ?? 0)
      touch "$build/libNotebook.so"
      """)
    try workshop.write(tensor, try workshop.read(tensor) + "\n// More.\n")
    try serving.wait { !$0.site.isEmpty && $0.problems.isEmpty }
    let told = serving.words
    #expect(told.contains("Gradus has changed and is built anew\n"))
    #expect(told.components(separatedBy: "serving lessons at \(serving.url)\n").count == 3)
    #expect(told.hasSuffix("ran 1\n") && !told.contains("warning"), "\(told)")
    #expect(serving.end() == 0)
  }
}
