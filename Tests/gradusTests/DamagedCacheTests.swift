import Foundation
import Testing

/// Any damage to the cache leaves the site unchanged and causes no message.
///
/// `GRADUS_DAMAGES` is the number of rounds that damage all files at once.
@Suite struct DamagedCacheTests {
  static let rounds =
    ProcessInfo.processInfo.environment["GRADUS_DAMAGES"].flatMap { Int($0) } ?? 6

  static let lessons: [(name: String, text: String)] = [
    (
      "one",
      lesson(
        """
        A formula $x^2$, and [](lesson:two).

        ```{swift}
        let x = 1.5
        print("\\u{1B}[31mred\\u{1B}[0m")
        claim("large", x, atLeast: 1)
        ```
        It is `{swift} x`, [more than one](claim:large).

        ```{swift}
        //| session: other
        figure("line", alt: "A line.") { LineMark(x: 0, y: 0); LineMark(x: 1, y: 1) }
        ```
        """)
    ),
    ("two", lesson("See [](fig:one/line), $y$.\n\n```{swift}\nprint(Tensor([1, 2]).shape)\n```")),
  ]

  /// A kind of damage to a file of the cache.
  enum Damage: CaseIterable {
    case truncated, emptied, zeroed, swapped, bitsFlipped, deleted, folder, unreadable, link,
      endless

    /// Damages a file, with the help of another file of the cache.
    func apply(to file: URL, _ other: URL, random: inout Seeded) throws {
      let manager = FileManager.default
      let data = (try? Data(contentsOf: file)) ?? Data()
      switch self {
      case .truncated: try data.prefix(Int(random.next() % UInt64(data.count + 1))).write(to: file)
      case .emptied: try Data().write(to: file)
      case .zeroed: try Data(count: data.count).write(to: file)
      case .swapped:
        let content = (try? Data(contentsOf: other)) ?? Data()
        try content.write(to: file)
        try? data.write(to: other)
      case .bitsFlipped:
        var bytes = data
        for _ in 0..<5 where !bytes.isEmpty {
          bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8)
        }
        try bytes.write(to: file)
      case .deleted: try manager.removeItem(at: file)
      case .folder:
        try manager.removeItem(at: file)
        try manager.createDirectory(
          at: file.appending(path: "inside"), withIntermediateDirectories: true)
      case .unreadable:
        try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
      case .link:
        try manager.removeItem(at: file)
        try manager.createSymbolicLink(atPath: file.path, withDestinationPath: "nowhere")
      case .endless:
        try manager.removeItem(at: file)
        mkfifo(file.path, 0o600)
      }
    }
  }

  let project: TestProject
  let site: [String: Data]

  init() throws {
    project = try TestProject(Self.lessons, cache: .empty)
    // Two builds, so that there is something to compare.
    let text = try project.read("lessons/one.md")
    try project.write("lessons/one.md", text.replacing("1.5", with: "2.5"))
    #expect(try project.run("build").exitCode == 0)
    try project.write("lessons/one.md", text)
    #expect(try project.run("build").exitCode == 0)
    site = try project.files(in: "output")
  }

  /// The files of the cache: either those of compiled modules or all others.
  private func files(modules: Bool) throws -> [URL] {
    let names = FileManager.default.enumerator(
      atPath: project.folder.path + "/lessons/.gradus")?.compactMap { $0 as? String }
    return (names ?? []).sorted().map { project.folder.appending(path: "lessons/.gradus/\($0)") }
      .filter { file in
        var status = stat()
        return lstat(file.path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
          && file.path.contains("/.gradus/modules") == modules
      }
  }

  private func expectTheSameSite(_ what: String) throws {
    // Another output folder too, which has no earlier build to start from.
    for output in ["output", "other"] {
      let run = try project.run("build", "--output", output)
      #expect(run.exitCode == 0, "\(what): \(run.errors)")
      #expect(
        !run.errors.contains("warning") && !run.errors.contains("error"), "\(what): \(run.errors)")
      #expect(try project.files(in: output) == site, "\(what)")
    }
    try FileManager.default.removeItem(at: project.folder.appending(path: "other"))
  }

  @Test func damageToSingleFilesIsRepaired() throws {
    var random = Seeded(state: 1)
    let count = try files(modules: false).count
    #expect(count > 10)
    for turn in 0..<count {
      let files = try files(modules: false)
      let file = files[turn % files.count]
      let damage = try #require(Damage.allCases.randomElement(using: &random))
      let other = try #require(files.randomElement(using: &random))
      try damage.apply(to: file, other, random: &random)
      try expectTheSameSite("\(damage) of \(file.path)")
    }
  }

  @Test func damageToAllFilesIsRepaired() throws {
    var random = Seeded(state: 2)
    for round in 0..<Self.rounds {
      var damages: [String] = []
      for file in try files(modules: false) + files(modules: true) {
        let damage = try #require(Damage.allCases.randomElement(using: &random))
        let other = try files(modules: false).randomElement(using: &random) ?? file
        // A swap with another file can already have removed it.
        guard FileManager.default.fileExists(atPath: file.path) else { continue }
        try damage.apply(to: file, other, random: &random)
        damages.append("\(damage) of \(file.lastPathComponent)")
      }
      let what = "round \(round): \(damages)"
      for verb in ["why", "diff", "check"] {
        let run = try project.run(verb)
        #expect(run.exitCode == 0, "\(verb), \(what): \(run.errors)")
        #expect(!run.errors.contains("error"), "\(verb), \(what): \(run.errors)")
      }
      try expectTheSameSite(what)
    }
    for file in try files(modules: false) {
      try Damage.folder.apply(to: file, file, random: &random)
    }
    #expect(try project.run("clean") == TestProject.Run(exitCode: 0, output: "", errors: ""))
    #expect(!FileManager.default.fileExists(atPath: project.folder.path + "/lessons/.gradus"))
    try expectTheSameSite("nothing")
  }

  @Test func filesInPlaceOfFoldersAreMovedAside() throws {
    let cache = project.folder.appending(path: "lessons/.gradus")
    for name in try FileManager.default.contentsOfDirectory(atPath: cache.path).sorted() {
      let place = cache.appending(path: name)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder)
      guard isFolder.boolValue else { continue }
      try FileManager.default.removeItem(at: place)
      try Data("no folder".utf8).write(to: place)
      try expectTheSameSite(name)
      // It is not deleted, as it can be a file of the user, who owns this folder.
      let aside = try FileManager.default.contentsOfDirectory(atPath: cache.path)
        .filter { $0.hasPrefix("\(name).damaged-") }
      #expect(aside.count == 1)
    }
  }
}

/// A deterministic random number generator.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
