import Foundation

/// A copy of the modules that a cell imports, with all mutations and a variable that activates one.
///
/// It is built once for all mutations: each expression becomes `(_mutation == 3 ? (wrong) : (right))`,
/// and a lesson's program reads the number from a file when it starts.
struct MutatedPackage {
  /// The folder of the copy.
  let folder: URL
  private let source: URL
  private let modules = ["CBLAS", "Engine", "Charts", "Records", "Notebook"]

  /// The copy of the package at `source`, in its folder `.build-mutations`.
  init(of source: URL) {
    self.source = source
    folder = source.appending(path: ".build-mutations/package")
  }

  private var numberFile: URL { folder.appending(path: "mutation") }

  /// Activates one mutation, counted from 1; 0 is the unchanged engine.
  func activate(_ mutation: Int) throws {
    try String(mutation).write(to: numberFile, atomically: true, encoding: .utf8)
  }

  /// Writes the sources with all mutations, without touching files whose content is the same.
  func write(_ mutations: [Mutation]) throws {
    var texts = try texts()
    for (file, found) in Dictionary(grouping: mutations.enumerated(), by: \.element.file) {
      let path = "Sources/Engine/\(file)"
      guard var text = texts[path] else { throw MutationError("file \(path) does not exist") }
      for all in Dictionary(grouping: found, by: { Location($0.element) }).values {
        text = try text.replacing(all.sorted { $0.offset < $1.offset })
      }
      texts[path] = text
    }
    texts["Sources/Engine/Mutation.swift"] =
      "/// The number of the active mutation.\nnonisolated(unsafe) public var _mutation = 0\n"
    try addNumberReading(&texts)
    texts["Package.swift"] = manifest
    for (path, text) in texts { try place(text, at: folder.appending(path: path)) }
  }

  /// Makes a lesson's program read the number when a cell begins.
  private func addNumberReading(_ texts: inout [String: String]) throws {
    let path = "Sources/Notebook/Running/Program.swift"
    let begin = "  Recorder.current.begin(cell: index, line: line)\n"
    guard let text = texts[path], text.ranges(of: begin).count == 1 else {
      throw MutationError("\(path) no longer contains the expected line: \(begin)")
    }
    let read =
      "  _mutation = Int((try? String(contentsOfFile: \"\(numberFile.path)\", encoding: .utf8)) ?? \"\") ?? 0\n"
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

  /// A manifest with only the targets that a cell imports.
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

/// The place of an expression that mutations replace.
private struct Location: Hashable {
  let context, find: String

  init(_ mutation: Mutation) {
    context = mutation.within ?? mutation.find
    find = mutation.find
  }
}

extension String {
  /// Replaces an expression by a choice between it and its mutations, which come with their indices in
  /// the table.
  fileprivate func replacing(_ mutations: [(offset: Int, element: Mutation)]) throws -> String {
    let location = Location(mutations[0].element)
    let name = mutations[0].element.name
    guard ranges(of: location.context).count == 1,
      location.context.ranges(of: location.find).count == 1
    else {
      throw MutationError(
        "'\(name)' no longer applies: '\(location.find)' does not occur exactly once")
    }
    let choices = mutations.map { "_mutation == \($0.offset + 1) ? (\($0.element.replace)) : " }
    let choice = "(\(choices.joined())(\(location.find)))"
    return replacing(
      location.context, with: location.context.replacing(location.find, with: choice))
  }
}

/// An error that ends the run.
struct MutationError: Error {
  let message: String
  init(_ message: String) { self.message = message }
}
