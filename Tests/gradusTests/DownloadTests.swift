import Foundation
import Testing

/// The downloads of a page run with the command shown on the page.
@Suite struct DownloadTests {
  static let sessions = lesson(
    """
    ```{swift}
    //| inputs: data/numbers.txt
    let text = try String(contentsOfFile: "data/numbers.txt", encoding: .utf8)
    print("read & printed <\\(text)>")
    ```
    The seed is `{swift} seed`.

    ```{swift}
    //| error: compile
    let number: Int = "one"
    ```
    ```{swift}
    figure("f", alt: "One dot.") { PointMark(x: 1, y: 2) }
    var generator = SeededGenerator(seed: seed)
    print(Float.random(in: 0..<1, using: &generator))
    ```
    ```{swift}
    //| session: other
    let x = Tensor(3, requiresGrad: true)
    (x * x).backward()
    print("slope", x.grad!.item())
    ```
    """)

  /// Creates a folder like that of Gradus after a build.
  private func makePackage(in project: TestProject) throws -> URL {
    let package = project.folder.appending(path: "package")
    try FileManager.default.createDirectory(
      at: package.appending(path: ".build"), withIntermediateDirectories: true)
    for (name, target) in [
      (".build/release", TestProject.product.deletingLastPathComponent()),
      ("Sources", BrowserScript.root.appending(path: "Sources")),
    ] {
      try FileManager.default.createSymbolicLink(
        at: package.appending(path: name), withDestinationURL: target)
    }
    return package
  }

  @Test func downloadedProgramsPrintTheOutputOfThePage() throws {
    let project = try TestProject([("one", Self.sessions)])
    try project.write("lessons/data/numbers.txt", "3 0.5")
    let run = try project.run("build")
    #expect(run.exitCode == 0, "\(run.errors)")
    let page = try project.read("output/one.html")
    let files = page.matches(of: /href="(one\/[^"]*)" download/).map { String($0.1) }
    #expect(
      files == [
        "one/f.csv", "one/one.md", "one/one.swift", "one/one-other.swift", "one/data/numbers.txt",
      ])

    let package = try makePackage(in: project)
    for file in files.dropFirst(2) {
      let target = package.appending(path: file.trimmingPrefix("one/").description)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: project.folder.appending(path: "output/\(file)"), to: target)
    }
    let commands = page.matches(of: /<code>(swiftc[^<]*)<\/code>/).map { String($0.1).unescaped }
    #expect(commands.count == 2)
    var printed = ""
    for command in commands {
      let run = try project.shell("cd package && \(command)")
      #expect(run.exitCode == 0, "\(run.errors)")
      printed += run.output
    }
    #expect(printed.contains("read & printed <3 0.5>") && printed.contains("slope 6.0"))
    let shown = page.matches(of: /"Output"><samp>([^<]*)<\/samp>/).map { String($0.1) }.joined()
    #expect(printed == shown.unescaped)
  }

  @Test func theDownloadedMarkdownIsTheLesson() throws {
    let project = try TestProject([("one", Self.sessions)])
    try project.write("lessons/data/numbers.txt", "3")
    #expect(try project.run("build").exitCode == 0)
    #expect(try project.read("output/one/one.md") == project.read("lessons/one.md"))
  }
}

extension String {
  /// The string with its HTML entities replaced.
  fileprivate var unescaped: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
