import Foundation

/// A file to be created for an author; it never overwrites another.
struct NewFile {
  /// The reason why a file cannot be created.
  struct Refusal: Error, CustomStringConvertible {
    var summary: String
    var help: String?
    /// Whether the disk is at fault, not the request.
    var isOfDisk = false

    var description: String { "error: \(summary)" + (help.map { "\nhelp: \($0)" } ?? "") }
  }

  let path: String
  let text: String

  /// Writes the file; throws if the path exists.
  func make() throws(Refusal) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Refusal(summary: "'\(path)' already exists", help: "choose another name")
    }
    try write([.withoutOverwriting])
  }

  /// Replaces an existing file atomically.
  func replace() throws(Refusal) { try write([.atomic]) }

  private func write(_ options: Data.WritingOptions) throws(Refusal) {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: options)
    } catch {
      throw Refusal(
        summary: "'\(path)' cannot be written: \(error.localizedDescription)", isOfDisk: true)
    }
  }
}
