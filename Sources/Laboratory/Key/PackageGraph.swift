internal import Foundation

/// The targets of a package and their dependencies, from `swift package dump-package`.
struct PackageGraph: Decodable {
  private struct Target: Decodable {
    var name: String
    var path: String?
    var dependencies: [Dependency]
  }

  /// `{"byName": ["CBLAS", null]}`, `{"target": …}` or `{"product": …}`.
  private struct Dependency: Decodable {
    var name: String?

    init(from decoder: any Decoder) throws {
      let kinds = try decoder.singleValueContainer().decode([String: [Condition]].self)
      name = (kinds["byName"] ?? kinds["target"])?.first?.name
    }
  }

  /// The name of a dependency, or its condition.
  private struct Condition: Decodable {
    var name: String?

    init(from decoder: any Decoder) throws {
      name = try? decoder.singleValueContainer().decode(String.self)
    }
  }

  private let targets: [Target]

  /// Runs SwiftPM, which takes a few tenths of a second.
  ///
  /// The package's lock is ignored: only Package.swift is read, and another build can hold the lock
  /// for minutes. SwiftPM's temporary files are removed with the scratch folder.
  init(of package: String, swift: String) async throws(Fault) {
    let output = try await ScratchFolder.with(in: NSTemporaryDirectory()) { scratch throws(Fault) in
      let ending = try await Command(
        executable: swift,
        arguments: [
          "package", "--package-path", package, "--scratch-path", scratch.home + "/build",
          "--ignore-lock", "--manifest-cache", "none", "dump-package",
        ],
        folder: scratch.home, output: scratch.output, errors: scratch.errors
      ).run()
      guard ending == .exited(0) else {
        throw .unknownTargets(scratch.text(scratch.errors))
      }
      return scratch.read(scratch.output)
    }
    do {
      self = try JSONDecoder().decode(PackageGraph.self, from: output)
    } catch {
      throw .unknownTargets("\(error)")
    }
  }

  /// Returns the folders of a target and of all its dependencies, sorted.
  func folders(reachedFrom name: String) -> [String] {
    var reached: Set<String> = []
    var next = [name]
    while let name = next.popLast() {
      guard let target = targets.first(where: { $0.name == name }),
        reached.insert(name).inserted
      else { continue }
      next += target.dependencies.compactMap(\.name)
    }
    return targets.filter { reached.contains($0.name) }
      .map { $0.path ?? "Sources/\($0.name)" }.sorted()
  }
}
