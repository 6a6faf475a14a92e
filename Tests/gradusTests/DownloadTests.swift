import Foundation
import Testing

/// What a page offers to take home runs by itself, by the command on the page.
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

  /// Makes a folder that looks like Gradus's own after a build.
  private func makeHouse(in workshop: Workshop) throws -> URL {
    let house = workshop.folder.appending(path: "house")
    try FileManager.default.createDirectory(
      at: house.appending(path: ".build"), withIntermediateDirectories: true)
    for (name, target) in [
      (".build/release", Workshop.product.deletingLastPathComponent()),
      ("Sources", BrowserScript.root.appending(path: "Sources")),
    ] {
      try FileManager.default.createSymbolicLink(
        at: house.appending(path: name), withDestinationURL: target)
    }
    return house
  }

  @Test func theProgramsPrintWhatThePageShows() throws {
    let workshop = try Workshop([("one", Self.sessions)])
    try workshop.write("lessons/data/numbers.txt", "3 0.5")
    let run = try workshop.run("build")
    #expect(run.exitCode == 0, "\(run.errors)")
    let page = try workshop.read("output/one.html")
    let files = page.matches(of: /href="(one\/[^"]*)" download/).map { String($0.1) }
    #expect(
      files == [
        "one/f.csv", "one/one.md", "one/one.swift", "one/one-other.swift", "one/data/numbers.txt",
      ])

    let house = try makeHouse(in: workshop)
    for file in files.dropFirst(2) {
      let target = house.appending(path: file.trimmingPrefix("one/").description)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: workshop.folder.appending(path: "output/\(file)"), to: target)
    }
    let commands = page.matches(of: /<code>(swiftc[^<]*)<\/code>/).map { String($0.1).unescaped }
    #expect(commands.count == 2)
    var printed = ""
    for command in commands {
      let run = try workshop.shell("cd house && \(command)")
      #expect(run.exitCode == 0, "\(run.errors)")
      printed += run.output
    }
    #expect(printed.contains("read & printed <3 0.5>") && printed.contains("slope 6.0"))
    let shown = page.matches(of: /"Output"><samp>([^<]*)<\/samp>/).map { String($0.1) }.joined()
    #expect(printed == shown.unescaped)
  }

  @Test func theMarkdownIsTheLessonItself() throws {
    let workshop = try Workshop([("one", Self.sessions)])
    try workshop.write("lessons/data/numbers.txt", "3")
    #expect(try workshop.run("build").exitCode == 0)
    #expect(try workshop.read("output/one/one.md") == workshop.read("lessons/one.md"))
  }
}

extension String {
  /// The text that this markup stands for.
  fileprivate var unescaped: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
