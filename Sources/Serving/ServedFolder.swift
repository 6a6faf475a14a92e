internal import Foundation

/// The folder of a site, and the only files that requests can read.
struct ServedFolder {
  /// A file with its media type.
  struct File {
    var content: Data
    var type: String
  }

  private let path: String

  init(_ path: String) { self.path = path }

  /// The file for the percent-encoded path of a request; nil if it does not exist.
  ///
  /// Paths that leave the folder by `..` or a symbolic link have no file, and hidden files are not
  /// served.
  func file(at target: String) -> File? {
    guard let name = ServedFolder.name(of: target), let root = resolved(path),
      let file = resolved("\(root)/\(name)"), file.hasPrefix(root + "/"),
      (try? URL(filePath: file).resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile
        == true,
      let content = FileManager.default.contents(atPath: file)
    else { return nil }
    return File(content: content, type: mediaType(of: file))
  }

  /// The site's page for missing pages.
  var missing: File? { file(at: "/404.html") }

  /// The decoded path; nil if one of its components is hidden or `..`.
  private static func name(of target: String) -> String? {
    guard target.hasPrefix("/"), let decoded = target.removingPercentEncoding,
      !decoded.contains("\0"), !decoded.contains("\\")
    else { return nil }
    let parts = decoded.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard parts.dropLast().allSatisfy({ !$0.isEmpty }),
      !parts.contains(where: { $0.hasPrefix(".") })
    else { return nil }
    return decoded.hasSuffix("/") ? decoded.dropFirst() + "index.html" : String(decoded.dropFirst())
  }
}

/// The path with symbolic links resolved; nil if it does not exist.
func resolved(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

/// The media type of a file, by its extension.
private func mediaType(of path: String) -> String {
  let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "woff2": "font/woff2", "csv": "text/csv; charset=utf-8", "json": "application/json",
    "md": "text/markdown; charset=utf-8", "swift": "text/plain; charset=utf-8",
    "txt": "text/plain; charset=utf-8", "xml": "application/xml", "pdf": "application/pdf",
  ]
  return types[URL(filePath: path).pathExtension.lowercased()] ?? "application/octet-stream"
}
