internal import Foundation

/// The folder of a site, out of which no request leads.
struct ServedFolder {
  /// A file of the site.
  struct File {
    var content: Data
    var type: String
  }

  private let path: String

  init(_ path: String) { self.path = path }

  /// The file that a request's path names, percent signs and all; nil where there is none.
  ///
  /// Neither `..` nor a symbolic link leads out of the folder, and hidden files are none of the
  /// site's.
  func file(at target: String) -> File? {
    guard let name = ServedFolder.name(of: target), let root = resolved(path),
      let file = resolved("\(root)/\(name)"), file.hasPrefix(root + "/"),
      (try? URL(filePath: file).resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile
        == true,
      let content = FileManager.default.contents(atPath: file)
    else { return nil }
    return File(content: content, type: mediaType(of: file))
  }

  /// The page that tells that a page is missing.
  var missing: File? { file(at: "/404.html") }

  /// A path's parts, decoded once; nil where one of them is hidden or climbs.
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

/// A path, symbolic links followed; nil where nothing stands there.
func resolved(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

/// What a file is, for a browser.
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
