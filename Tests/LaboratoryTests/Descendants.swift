import Foundation

/// A unique argument by which a test finds its own processes.
struct Mark {
  /// A unique number of seconds for `sleep`.
  let word = "1000.\(UInt64.random(in: 1..<1_000_000_000_000))"

  /// The number of running processes with the word in their arguments.
  var count: Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.count { name in
      guard Int(name) != nil,
        let arguments = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else { return false }
      return String(decoding: arguments, as: UTF8.self).contains(word)
    }
  }

  /// Swift code that starts a shell command, in which `$0` is the word.
  func start(_ command: String) -> String {
    """
    do {
      let child = Process()
      child.executableURL = URL(filePath: "/bin/sh")
      child.arguments = ["-c", "\(command)", "\(word)"]
      try child.run()
    }
    """
  }
}
