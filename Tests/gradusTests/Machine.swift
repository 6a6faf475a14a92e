import Foundation

/// What this machine lets a test do to a disk.
enum Machine {
  /// What runs a command whose mounts are its own; nil where mounts are forbidden.
  static let ownMounts: [String]? = [["unshare", "-m"], ["unshare", "-rm"]].first { wrapper in
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = wrapper + ["mount", "-t", "tmpfs", "none", "/mnt"]
    process.standardError = nil
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// Whether mounts are permitted.
  static var canMount: Bool { ownMounts != nil }
}

extension Workshop {
  /// Runs a script of the shell that mounts what it likes.
  func shellWithMounts(_ script: String) throws -> Run {
    try shell("set -e\n" + script, through: Machine.ownMounts ?? [])
  }
}
