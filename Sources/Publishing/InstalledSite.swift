internal import Glibc
internal import SystemPackage

/// The site that is in the output folder before a new one is published.
struct InstalledSite {
  /// The list of the files that a build created; it is a file of the folder itself.
  static let listName: FilePath = ".gradus-files"

  let root: FilePath
  /// Whether the folder exists.
  let exists: Bool
  /// The files that a build created, as paths relative to the folder.
  let made: Set<FilePath>

  /// Reads the list of a folder; a folder without a list has no files of a build.
  init(in root: FilePath) {
    self.root = root
    exists = (try? root.status()) != nil
    let list = root.pushing(InstalledSite.listName).bytes ?? []
    made = Set(InstalledSite.paths(in: list) + [InstalledSite.listName])
  }

  /// The folders that contain files created by a build.
  var madeFolders: Set<FilePath> { Set(made.flatMap(\.ancestors)) }

  /// Whether the folder contains a file with the same bytes.
  func contains(_ file: SiteFile) -> Bool {
    let path = root.pushing(file.location)
    guard let status = try? path.status(), status.isFile, status.size == file.content.count
    else { return false }
    return path.bytes == file.content
  }

  /// The untracked file or folder that a new file at `path` would overwrite; nil if none would be.
  func untrackedFile(blocking path: FilePath) -> FilePath? {
    for folder in path.ancestors {
      let place = root.pushing(folder)
      guard let status = try? place.status() else { return nil }
      if !status.isFolder { return made.contains(folder) ? nil : place }
    }
    let place = root.pushing(path)
    guard let status = try? place.status() else { return nil }
    if status.isFolder { return untrackedFile(in: path) }
    return made.contains(path) ? nil : place
  }

  /// The first untracked file in a folder, or the folder itself if no build created it.
  private func untrackedFile(in folder: FilePath) -> FilePath? {
    let place = root.pushing(folder)
    guard madeFolders.contains(folder), let names = try? place.names() else { return place }
    return names.lazy.compactMap { name in
      let path = folder.appending(name)
      let isFolder = (try? root.pushing(path).status())?.isFolder ?? false
      if isFolder { return untrackedFile(in: path) }
      return made.contains(path) ? nil : root.pushing(path)
    }.first
  }

  /// Throws if the folder exists and is not writable.
  func requireWritable() throws(Refusal) {
    guard exists, let reason = root.failure(of: { access($0, W_OK | X_OK) }) else { return }
    throw .unwritable(root, reason)
  }

  /// The content of a list: one path per line, in which `%0A` is a newline and `%25` is `%`.
  static func list(of paths: some Sequence<FilePath>) -> [UInt8] {
    let lines = paths.map {
      $0.string.replacing("%", with: "%25").replacing("\n", with: "%0A") + "\n"
    }
    return Array(lines.sorted().joined().utf8)
  }

  /// The paths in a list, without those that are outside the folder.
  private static func paths(in list: [UInt8]) -> [FilePath] {
    String(decoding: list, as: UTF8.self).split(separator: "\n")
      .map { FilePath(String($0.replacing("%0A", with: "\n").replacing("%25", with: "%"))) }
      .filter { $0.isRelative && $0.isLexicallyNormal && $0.components.first?.kind == .regular }
  }
}
