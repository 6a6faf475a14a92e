internal import Glibc
internal import SystemPackage

/// What stands in the site's folder before it is published anew.
struct Standing {
  /// The list of the files that a build made, which stands among them.
  static let listName: FilePath = ".gradus-files"

  let root: FilePath
  /// Whether there is such a folder.
  let exists: Bool
  /// The files that a build made, by their paths in the folder.
  let made: Set<FilePath>

  /// What stands in a folder.
  init(in root: FilePath) {
    self.root = root
    exists = (try? root.status()) != nil
    let list = root.pushing(Standing.listName).bytes ?? []
    made = Set(Standing.paths(in: list) + [Standing.listName])
  }

  /// The folders that hold what builds made.
  var madeFolders: Set<FilePath> { Set(made.flatMap(\.ancestors)) }

  /// Whether a file stands there as it is, byte for byte.
  func holds(_ file: SiteFile) -> Bool {
    let path = root.pushing(file.location)
    guard let status = try? path.status(), status.isFile, status.size == file.content.count
    else { return false }
    return path.bytes == file.content
  }

  /// What no build made and stands where a file is to be, or a folder on the way to it.
  func guest(inTheWayOf path: FilePath) -> FilePath? {
    for folder in path.ancestors {
      let place = root.pushing(folder)
      guard let status = try? place.status() else { return nil }
      if !status.isFolder { return made.contains(folder) ? nil : place }
    }
    let place = root.pushing(path)
    guard let status = try? place.status() else { return nil }
    if status.isFolder { return guest(in: path) }
    return made.contains(path) ? nil : place
  }

  /// What no build made in a folder; the folder itself, if it is none of ours.
  private func guest(in folder: FilePath) -> FilePath? {
    let place = root.pushing(folder)
    guard madeFolders.contains(folder), let names = try? place.names() else { return place }
    return names.lazy.compactMap { name in
      let path = folder.appending(name)
      let isFolder = (try? root.pushing(path).status())?.isFolder ?? false
      if isFolder { return guest(in: path) }
      return made.contains(path) ? nil : root.pushing(path)
    }.first
  }

  /// Fails where nobody may write; a folder that is not there yet is no obstacle.
  func requireWritable() throws(Refusal) {
    guard exists, let reason = root.failure(of: { access($0, W_OK | X_OK) }) else { return }
    throw .unwritable(root, reason)
  }

  /// A list's text: a path a line, in which `%0A` is a line end of a name and `%25` is `%`.
  static func list(of paths: some Sequence<FilePath>) -> [UInt8] {
    let lines = paths.map {
      $0.string.replacing("%", with: "%25").replacing("\n", with: "%0A") + "\n"
    }
    return Array(lines.sorted().joined().utf8)
  }

  /// The paths of a list, without those that lead out of the folder.
  private static func paths(in list: [UInt8]) -> [FilePath] {
    String(decoding: list, as: UTF8.self).split(separator: "\n")
      .map { FilePath(String($0.replacing("%0A", with: "\n").replacing("%25", with: "%"))) }
      .filter { $0.isRelative && $0.isLexicallyNormal && $0.components.first?.kind == .regular }
  }
}
