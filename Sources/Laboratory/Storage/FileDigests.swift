/// The digests of some files at the time of creation.
package struct FileDigests: Sendable {
  private let files: [String]
  /// The digests, in the order of the files; nil for a file that cannot be read.
  let digests: [String?]

  /// Computes the digests of files.
  package init(of files: [String]) {
    self.files = files
    digests = files.map(contentDigest)
  }

  /// Whether the files still have the same content.
  var areUnchanged: Bool { files.map(contentDigest) == digests }
}
