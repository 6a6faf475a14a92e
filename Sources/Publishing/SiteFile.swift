internal import SystemPackage

/// A file of a site.
package struct SiteFile: Equatable, Sendable {
  /// The path relative to the site's folder.
  package var path: String
  /// The bytes of the file.
  package var content: [UInt8]

  /// Creates a file with its path and content.
  package init(path: String, content: [UInt8]) {
    self.path = path
    self.content = content
  }

  var location: FilePath { FilePath(path) }
}
