internal import SystemPackage

/// The output folder of a site.
package struct Destination: Sendable {
  /// The path as the user wrote it.
  package let name: String
  /// The absolute path with links resolved.
  let path: FilePath

  /// Checks that a folder can be replaced by a site.
  ///
  /// - Parameters:
  ///   - name: The folder's path as the user wrote it; it need not exist.
  ///   - inUse: Folders that the output must not contain, such as the course, with a description.
  /// - Throws: `Refusal` if the path is a file or a broken link, or contains a folder in use.
  package init(_ name: String, keeping inUse: [(what: String, path: String)] = []) throws(Refusal) {
    self.name = name
    guard let path = FilePath(name).resolved else { throw .brokenLink(name) }
    self.path = path
    if let status = try? path.status(), !status.isFolder { throw .noFolder(name) }
    let current = [(what: "the current folder", path: ".")]
    for (what, other) in inUse + current
    where FilePath(other).resolved?.starts(with: path) == true {
      throw .contains(name, what)
    }
  }

  /// The files that a build installed there; nil if there are none or one cannot be read.
  package var installedFiles: [SiteFile]? {
    var files: [SiteFile] = []
    for path in InstalledSite(in: self.path).made where path != InstalledSite.listName {
      guard let content = self.path.pushing(path).bytes else { return nil }
      files.append(SiteFile(path: path.string, content: content))
    }
    return files.isEmpty ? nil : files.sorted { $0.path < $1.path }
  }

  /// Whether a killed build left a draft that publishing would remove.
  package var hasLeftovers: Bool { draft.exists || FileByFileReplacement.draft(in: path).exists }

  /// The parent folder, which contains the draft and is locked while publishing.
  var parent: FilePath { path.removingLastComponent() }

  /// The folder into which a new site is written: a sibling, so that both can be exchanged.
  var draft: FilePath {
    parent.appending(".\(path.lastComponent?.string ?? "").gradus-draft")
  }
}
