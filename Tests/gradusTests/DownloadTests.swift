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

  /// A folder that looks like Gradus's own after a build.
  private func house() throws -> URL {
    let house = FileManager.default.temporaryDirectory.appending(path: "house-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: house.appending(path: ".build"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: house.appending(path: ".build/release"),
      withDestinationURL: Workshop.product.deletingLastPathComponent())
    let sources = URL(filePath: #filePath).appending(path: "../../../Sources").standardized
    try FileManager.default.createSymbolicLink(
      at: house.appending(path: "Sources"), withDestinationURL: sources)
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

    let house = try house()
    defer { try? FileManager.default.removeItem(at: house) }
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
    for command in commands { printed += try shell(command, in: house) }
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

  private func shell(_ command: String, in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(command)")
    return String(decoding: data, as: UTF8.self)
  }
}

extension String {
  /// The text that this markup stands for.
  fileprivate var unescaped: String {
    replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }
}
