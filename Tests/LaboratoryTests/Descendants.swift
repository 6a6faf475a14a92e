import Foundation

/// A word that a test gives to processes, so that it finds its own among all of the machine's.
struct Mark {
  /// A number of seconds that nobody else sleeps for.
  let word = "1000.\(UInt64.random(in: 1..<1_000_000_000_000))"

  /// How many processes bear the word in their arguments, those not counted that have ended.
  var count: Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.count { name in
      guard Int(name) != nil,
        let arguments = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else { return false }
      return String(decoding: arguments, as: UTF8.self).contains(word)
    }
  }

  /// A line of a cell that starts a shell's command, in which `$0` is the word.
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
