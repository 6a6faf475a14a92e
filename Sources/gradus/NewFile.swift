import Foundation

/// A file that is made for an author, and never in the place of another.
struct NewFile {
  /// Why something cannot be made.
  struct Refusal: Error, CustomStringConvertible {
    var summary: String
    var help: String?
    /// Whether the disk is to blame, and not what was asked for.
    var isOfDisk = false

    var description: String { "error: \(summary)" + (help.map { "\nhelp: \($0)" } ?? "") }
  }

  let path: String
  let text: String

  /// Writes it.
  func make() throws(Refusal) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Refusal(summary: "'\(path)' is there already", help: "choose another name")
    }
    try write([.withoutOverwriting])
  }

  /// Writes it in the place of an older text, whole or not at all.
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
