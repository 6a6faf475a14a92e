internal import SystemPackage

/// A file of a site.
package struct SiteFile: Equatable, Sendable {
  /// Where it stands, relative to the site's folder.
  package var path: String
  /// What it holds.
  package var content: [UInt8]

  /// A file.
  package init(path: String, content: [UInt8]) {
    (self.path, self.content) = (path, content)
  }

  var location: FilePath { FilePath(path) }
}
