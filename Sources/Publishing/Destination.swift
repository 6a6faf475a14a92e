internal import SystemPackage

/// The folder in which a site is to stand.
package struct Destination: Sendable {
  /// The folder as the user named it.
  package let name: String
  /// The folder itself, links followed.
  let path: FilePath

  /// A folder that may be exchanged for another.
  ///
  /// - Parameters:
  ///   - name: The folder as the user named it; it need not exist.
  ///   - kept: Folders that are in use, as the course, by what they are: none may lie in the site's.
  /// - Throws: `Refusal` where the name leads to no place for a folder of its own.
  package init(_ name: String, keeping kept: [(what: String, path: String)] = []) throws(Refusal) {
    self.name = name
    guard let path = FilePath(name).resolved else { throw .leadsNowhere(name) }
    self.path = path
    if let status = try? path.status(), !status.isFolder { throw .noFolder(name) }
    let current = [(what: "the current folder", path: ".")]
    for (what, other) in kept + current where FilePath(other).resolved?.starts(with: path) == true {
      throw .holds(name, what)
    }
  }

  /// The files of the site that stands there, as a build made them; nil where none stands whole.
  package var standingFiles: [SiteFile]? {
    var files: [SiteFile] = []
    for path in Standing(in: self.path).made where path != Standing.listName {
      guard let content = self.path.pushing(path).bytes else { return nil }
      files.append(SiteFile(path: path.string, content: content))
    }
    return files.isEmpty ? nil : files.sorted { $0.path < $1.path }
  }

  /// Whether a killed build left something that publishing would remove.
  package var hasLeftovers: Bool { draft.exists || Replacement.draft(in: path).exists }

  /// The folder around it.
  var parent: FilePath { path.removingLastComponent() }

  /// Where a new site is written: beside the folder, so that both can be exchanged.
  var draft: FilePath {
    parent.appending(".\(path.lastComponent?.string ?? "").gradus-draft")
  }
}
