import Foundation
import Testing

@Suite(.serialized) struct ServeTests {
  private static let text = lesson("```{swift}\nlet a = 1\n```\n\nIt is `{swift} a`.")

  @Test func changesOfProseAndCellsReachThePage() throws {
    let preview = try PreviewProcess(TestProject([("one", Self.text)]))
    try preview.wait { !$0.site.isEmpty }
    #expect(try preview.page("one.html").contains("/-/preview.js"))
    for (old, new) in [("It is", "Now it is"), ("a = 1", "a = 4321")] {
      try preview.project.write("lessons/one.md", Self.text.replacing(old, with: new))
      let word = new.split(separator: " ").last ?? ""
      try preview.wait { _ in
        try preview.page("one.html").contains(word == "is" ? "Now it is" : word)
      }
    }
  }

  @Test func servingDoesNotChangeOutputAndHistory() throws {
    let project = try TestProject([("one", Self.text)])
    #expect(try project.run("build").exitCode == 0)
    let site = try project.files(in: "output")
    let diff = try project.run("diff")
    let preview = try PreviewProcess(project)
    try project.write("lessons/one.md", Self.text.replacing("a = 1", with: "a = 4321"))
    try preview.wait { _ in try preview.page("one.html").contains("4321") }
    #expect(preview.end() == 0)
    #expect(try project.files(in: "output") == site)
    #expect(try project.run("diff") == diff)
    #expect(!site.values.contains { String(decoding: $0, as: UTF8.self).contains("preview.js") })
    let files = try project.files(in: "lessons/.gradus").keys
    #expect(files.contains { $0.hasPrefix("previews/") && $0.hasSuffix("/one.html") })
    #expect(try project.run("clean").exitCode == 0)
    #expect(try project.files(in: "lessons/.gradus").isEmpty)
  }

  @Test func anErrorIsShownWhileTheOldPageStays() throws {
    let preview = try PreviewProcess(TestProject([("one", Self.text)]))
    try preview.wait { !$0.site.isEmpty }
    try preview.project.write("lessons/one.md", Self.text.replacing("= 1", with: "= b"))
    let problems = try preview.wait { !$0.problems.isEmpty }.problems
    #expect(
      problems == [
        PreviewProcess.PreviewStatus.Problem(
          place: "lessons/one.md:6:9", summary: "cannot find 'b' in scope")
      ])
    #expect(try preview.page("one.html").contains("It is"))
    try preview.project.write("lessons/one.md", Self.text)
    try preview.wait { $0.problems.isEmpty }
  }

  @Test func aCourseWithErrorsIsServedAfterCorrection() throws {
    let preview = try PreviewProcess(TestProject([("one", "no front matter")]))
    #expect(try preview.wait().problems.first?.place == "lessons/one.md:1")
    #expect(try preview.page("").contains("This page does not exist yet."))
    try preview.project.write("lessons/one.md", Self.text)
    try preview.wait { !$0.site.isEmpty && $0.problems.isEmpty }
    #expect(try preview.page("").contains("A course"))
  }

  @Test func newLessonsAndDataAreServed() throws {
    let preview = try PreviewProcess(TestProject([("one", Self.text)]))
    try preview.wait { !$0.site.isEmpty }
    let reading = """
      ```{swift}
      //| inputs: [data/x.txt]
      let x = try String(contentsOfFile: "data/x.txt", encoding: .utf8)
      ```

      It is `{swift} x`.
      """
    try preview.project.write("lessons/data/x.txt", "first")
    try preview.project.write("lessons/two.md", lesson(reading))
    try preview.project.write(
      "lessons/course.yml", "title: A course\ndescription: D.\nlessons: [one, two]\n")
    try preview.wait { _ in try preview.page("two.html").contains("first") }
    try preview.project.write("lessons/data/x.txt", "second")
    try preview.wait { _ in try preview.page("two.html").contains("second") }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func aSignalEndsServingCleanly(signal: Int32) throws {
    let preview = try PreviewProcess(
      TestProject([("one", lesson("```{swift}\nwhile true {}\n```"))]))
    #expect(preview.end(by: signal) == 0)
    #expect(preview.messages == "serving lessons at \(preview.url)\n")
  }

  @Test func aMissingCourseIsAnError() throws {
    let run = try TestProject([]).run("serve", "--course", "nowhere", "--port", "0")
    #expect(run.exitCode == 1)
    #expect(run.errors.hasPrefix("nowhere/course.yml:1: error: there is no course here\n"))
  }

  @Test func anOccupiedPortIsAnError() throws {
    let preview = try PreviewProcess(TestProject([("one", Self.text)]))
    let port = try #require(preview.url.port)
    let run = try preview.project.run("serve", "--port", "\(port)")
    #expect(run.exitCode == 74)
    #expect(
      run.errors == """
        error: cannot listen on \(preview.url): Address already in use
        help: choose another port with --port; 0 selects a free one

        """)
  }

  @Test(arguments: ["evil.example", "", "127.0.0.1:80"])
  func theHostMustBeAnIPAddress(host: String) throws {
    let run = try TestProject([("one", Self.text)]).run("serve", "--host", host)
    #expect(run.exitCode == 64)
    #expect(run.errors.hasPrefix("Error: --host must be an IP address of this machine"))
  }

  /// Copies the product to a separate package, whose start script a test can write.
  private func package(in project: TestProject) throws -> URL {
    let build = TestProject.product.deletingLastPathComponent()
    let files = FileManager.default
    let package = project.folder.appending(path: "package")
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

  @Test func aChangeOfTheEngineRebuildsGradus() throws {
    let project = try TestProject([("one", Self.text)])
    let package = try package(in: project)
    let tensor = "package/Sources/Engine/Tensor/Tensor.swift"
    func script(_ body: String) throws {
      try project.write("package/draft", "#!/bin/sh\n\(body)\n")
      let draft = package.appending(path: "draft").path
      #expect(chmod(draft, 0o755) == 0)
      #expect(rename(draft, package.appending(path: "gradus").path) == 0)
    }
    try script("exit 1")
    let preview = try PreviewProcess(
      project, with: package.appending(path: ".build/release/gradus"))
    try preview.wait { !$0.site.isEmpty }

    try script(
      "echo '\(package.path)/Sources/Engine/Tensor/Tensor.swift:1:3: error: not yet' >&2; exit 70")
    let wrong = try preview.wait { !$0.problems.isEmpty }.problems
    #expect(
      wrong == [PreviewProcess.PreviewStatus.Problem(place: "\(tensor):1:3", summary: "not yet")])

    // After a build, products are newer than their sources.
    try script(
      """
      build="${0%/*}/.build/release"
      [ "$1" = --help ] || exec "$build/gradus" serve --port \(preview.url.port ?? 0)
      touch "$build/libNotebook.so"
      """)
    try project.write(tensor, try project.read(tensor) + "\n// More.\n")
    try preview.wait { !$0.site.isEmpty && $0.problems.isEmpty }
    let messages = preview.messages
    #expect(messages.contains("Gradus has changed; rebuilding it\n"))
    #expect(messages.components(separatedBy: "serving lessons at \(preview.url)\n").count == 3)
    #expect(messages.hasSuffix("ran 1\n") && !messages.contains("warning"), "\(messages)")
    #expect(preview.end() == 0)
  }
}
