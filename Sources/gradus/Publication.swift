import CLinux
import Foundation
import Pages

/// Puts a site in the place of the one that stands, whole or not at all.
///
/// The new site is written beside the old one; files there that no build made come along; then
/// both folders are exchanged in one step. Whoever is killed on the way leaves the old site or the
/// new one, and at most a folder beside it that the next build removes.
struct Publication {
  /// The list of a site's own files, kept among them so that the next build knows which they are.
  static let listName = ".gradus-files"

  private let folder: String
  private let files: [(path: String, content: Data)]
  private let output: URL
  /// Where the new site is written, on the same file system.
  private let draft: URL

  init(_ site: Site, to folder: String) {
    self.folder = folder
    output = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
    draft = output.deletingLastPathComponent()
      .appending(path: ".\(output.lastPathComponent).gradus-draft", directoryHint: .isDirectory)
    let made = site.files.map { (path: $0.path, content: Data($0.content)) }
    let list = made.map(\.path).sorted().joined(separator: "\n") + "\n"
    files = made + [(Publication.listName, Data(list.utf8))]
  }

  /// Publishes the site.
  ///
  /// - Returns: Whether anything changed.
  /// - Throws: `PublicationError` where the disk refuses.
  func publish() throws(PublicationError) -> Bool {
    let parent = output.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      let lock = try FolderLock(parent)
      defer { lock.release() }
      if isCurrent() { return false }
      try writeDraft()
      try exchange()
      return true
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw PublicationError(folder: folder, cause: error)
    }
  }

  /// Whether the site that stands is this one, byte for byte.
  private func isCurrent() -> Bool {
    files.allSatisfy { path, content in
      FileManager.default.contents(atPath: output.appending(path: path).path) == content
    }
  }

  private func writeDraft() throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: draft.path) { try manager.removeItem(at: draft) }
    try manager.createDirectory(at: draft, withIntermediateDirectories: true)
    for (path, content) in files {
      let file = draft.appending(path: path)
      try manager.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try content.write(to: file)
    }
    try carryOver()
  }

  /// Brings along what stands in the output and no build made.
  private func carryOver() throws {
    let manager = FileManager.default
    let list = manager.contents(atPath: output.appending(path: Publication.listName).path) ?? Data()
    let made = Set(String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init))
    for path in manager.enumerator(atPath: output.path)?.compactMap({ $0 as? String }) ?? [] {
      let (old, new) = (output.appending(path: path), draft.appending(path: path))
      guard !made.contains(path), path != Publication.listName, !isFolder(old),
        !manager.fileExists(atPath: new.path)
      else { continue }
      try manager.createDirectory(
        at: new.deletingLastPathComponent(), withIntermediateDirectories: true)
      do {
        try manager.linkItem(at: old, to: new)
      } catch {
        try manager.copyItem(at: old, to: new)
      }
    }
  }

  private func isFolder(_ url: URL) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  private func exchange() throws {
    guard FileManager.default.fileExists(atPath: output.path) else {
      try FileManager.default.moveItem(at: draft, to: output)
      return
    }
    guard isFolder(output) else { throw CocoaError(.fileWriteFileExists) }
    let flags = UInt32(GRADUS_RENAME_EXCHANGE)
    guard renameat2(AT_FDCWD, draft.path, AT_FDCWD, output.path, flags) == 0 else {
      guard [EINVAL, ENOSYS].contains(errno) else { throw CocoaError(.fileWriteUnknown) }
      try replaceFileByFile()
      return
    }
    try FileManager.default.removeItem(at: draft)
  }

  /// For file systems that cannot exchange two folders.
  private func replaceFileByFile() throws {
    printError("note: this file system cannot exchange folders; files are replaced one by one")
    for (path, _) in files {
      let (new, old) = (draft.appending(path: path), output.appending(path: path))
      try FileManager.default.createDirectory(
        at: old.deletingLastPathComponent(), withIntermediateDirectories: true)
      guard rename(new.path, old.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
    try FileManager.default.removeItem(at: draft)
  }
}

/// The disk refused.
struct PublicationError: Error, CustomStringConvertible {
  let folder: String
  let cause: any Error

  var description: String {
    "\(folder): the site cannot be written: \(cause.localizedDescription)"
  }
}

/// Keeps two builds from publishing into one folder at once; the kernel drops it with the process.
private struct FolderLock {
  private let descriptor: Int32

  init(_ folder: URL) throws {
    descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      throw CocoaError(.fileWriteNoPermission)
    }
  }

  func release() { close(descriptor) }
}
