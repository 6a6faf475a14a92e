import Foundation
import Laboratory

/// The versions that `gradus --version` prints.
struct Version {
  /// The version of Gradus.
  static let number = "0.2.0"

  /// The commit of the sources, with `-dirty` if files have changed since; nil outside a Git repository.
  let commit: String?
  /// The compiler of the lessons, such as `Swift 6.3.1`.
  let compiler: String

  /// The versions of an installation.
  init(of installation: Installation) {
    commit = Self.commit(of: installation.root)
    compiler = installation.compilerVersion
  }

  /// All versions on one line.
  var text: String {
    "gradus \(Self.number) (\(commit.map { "commit \($0)" } ?? "no commit"), \(compiler))"
  }

  private static func commit(of folder: String) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder, "describe", "--always", "--dirty", "--exclude=*"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil, let data = try? output.fileHandleForReading.readToEnd()
    else { return nil }
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
    return process.terminationStatus == 0 && !text.isEmpty ? text : nil
  }
}
