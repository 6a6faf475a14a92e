import Foundation

/// What this machine permits tests to do.
enum Machine {
  /// A command prefix for a private mount namespace; nil if mounts are not permitted.
  static let mountWrapper: [String]? = [["unshare", "-m"], ["unshare", "-rm"]].first { wrapper in
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = wrapper + ["mount", "-t", "tmpfs", "none", "/mnt"]
    process.standardError = nil
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// Whether mounts are permitted.
  static var canMount: Bool { mountWrapper != nil }
}

extension TestProject {
  /// Runs a shell script in a private mount namespace.
  func shellWithMounts(_ script: String) throws -> Run {
    try shell("set -e\n" + script, through: Machine.mountWrapper ?? [])
  }
}
