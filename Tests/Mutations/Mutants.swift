import Foundation

/// A copy of what a cell imports, with all mutations in it and a switch that turns on one at a time.
///
/// One build serves them all: each expression becomes `(_mutation == 3 ? (wrong) : (right))`, and a
/// lesson's program reads the number from a file as it begins.
struct Mutants {
  /// The copied package.
  let package: URL
  private let source: URL
  private let modules = ["CBLAS", "Engine", "Charts", "Records", "Notebook"]

  /// The copy of the package at `source`, in its folder `.build-mutations`.
  init(of source: URL) {
    self.source = source
    package = source.appending(path: ".build-mutations/package")
  }

  private var number: URL { package.appending(path: "mutation") }

  /// Turns on one mutation, counted from 1; 0 is the engine as it is.
  func turn(on mutation: Int) throws {
    try String(mutation).write(to: number, atomically: true, encoding: .utf8)
  }

  /// Copies the sources with the mutations put in, leaving files that are the same untouched.
  func write(_ mutations: [Mutation]) throws {
    var texts = try texts()
    for (file, found) in Dictionary(grouping: mutations.enumerated(), by: \.element.file) {
      let path = "Sources/Engine/\(file)"
      guard var text = texts[path] else { throw Complaint("there is no file \(path)") }
      for all in Dictionary(grouping: found, by: { Site($0.element) }).values {
        text = try text.replacing(all.sorted { $0.offset < $1.offset })
      }
      texts[path] = text
    }
    texts["Sources/Engine/Mutation.swift"] =
      "/// Which mutation is on.\nnonisolated(unsafe) public var _mutation = 0\n"
    try turnOnReading(&texts)
    texts["Package.swift"] = manifest
    for (path, text) in texts { try place(text, at: package.appending(path: path)) }
  }

  /// Has a lesson's program read the switch as its first cell begins.
  private func turnOnReading(_ texts: inout [String: String]) throws {
    let path = "Sources/Notebook/Running/Program.swift"
    let begin = "  Recorder.current.begin(cell: index, line: line)\n"
    guard let text = texts[path], text.ranges(of: begin).count == 1 else {
      throw Complaint("\(path) no longer begins a cell as this runner knows it")
    }
    let read =
      "  _mutation = Int((try? String(contentsOfFile: \"\(number.path)\", encoding: .utf8)) ?? \"\") ?? 0\n"
    texts[path] =
      "internal import Engine\ninternal import Foundation\n"
      + text.replacing(begin, with: read + begin)
  }

  private func texts() throws -> [String: String] {
    var texts: [String: String] = [:]
    for module in modules {
      let folder = source.appending(path: "Sources/\(module)")
      for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
        guard file.contains(".") else { continue }
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        texts["Sources/\(module)/\(file)"] = text
      }
    }
    return texts
  }

  private func place(_ text: String, at file: URL) throws {
    if let old = try? String(contentsOf: file, encoding: .utf8), old == text { return }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// Only the targets that a cell imports, so that nothing else is fetched or built.
  private var manifest: String {
    """
    // swift-tools-version: 6.2
    import PackageDescription
    let rules: [SwiftSetting] = [
      .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
    let package = Package(
      name: "gradus", products: [.library(name: "Notebook", type: .dynamic, targets: ["Notebook"])],
      targets: [
        .systemLibrary(name: "CBLAS"),
        .target(name: "Engine", dependencies: ["CBLAS"], swiftSettings: rules),
        .target(name: "Charts", swiftSettings: rules),
        .target(name: "Records", dependencies: ["Charts"], swiftSettings: rules),
        .target(
          name: "Notebook", dependencies: ["Engine", "Records", "Charts"], swiftSettings: rules),
      ],
      swiftLanguageModes: [.v6])

    """
  }
}

/// What tells the places of mutations apart.
private struct Site: Hashable {
  let context, find: String

  init(_ mutation: Mutation) {
    (context, find) = (mutation.within ?? mutation.find, mutation.find)
  }
}

extension String {
  /// This text with an expression turned into a choice between it and its mutations, each with its
  /// place in the table.
  fileprivate func replacing(_ mutations: [(offset: Int, element: Mutation)]) throws -> String {
    let (site, name) = (Site(mutations[0].element), mutations[0].element.name)
    guard ranges(of: site.context).count == 1, site.context.ranges(of: site.find).count == 1 else {
      throw Complaint("'\(name)' no longer applies: '\(site.find)' does not stand where it stood")
    }
    let choices = mutations.map { "_mutation == \($0.offset + 1) ? (\($0.element.replace)) : " }
    let choice = "(\(choices.joined())(\(site.find)))"
    return replacing(site.context, with: site.context.replacing(site.find, with: choice))
  }
}

/// What ends a run, in words.
struct Complaint: Error {
  let words: String
  init(_ words: String) { self.words = words }
}
