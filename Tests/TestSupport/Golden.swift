import Foundation

/// Compares a text with a file in the folder `Golden` beside the calling test.
///
/// With GRADUS_RECORD=1 it records the file and returns a message, so that recording never passes.
///
/// - Parameters:
///   - text: The text that the test has got.
///   - name: The name of the golden file.
///   - file: The path of the calling test.
/// - Returns: The first difference, or nil if the texts are equal.
/// - Throws: An error of the file system if the file cannot be recorded.
package func goldenMismatch(
  _ text: String, _ name: String, file: String = #filePath
) throws -> String? {
  let url = URL(filePath: file).deletingLastPathComponent().appending(components: "Golden", name)
  if ProcessInfo.processInfo.environment["GRADUS_RECORD"] == "1" {
    try text.write(to: url, atomically: true, encoding: .utf8)
    return "Recorded \(name); look at it, then run without GRADUS_RECORD."
  }
  let golden = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  if text == golden { return nil }
  let first = zip(text.split(separator: "\n"), golden.split(separator: "\n")).first { $0 != $1 }
  return "\(name): \(first.map { "got \($0), expected \($1)" } ?? "lengths differ")"
}
