/// What some files hold, as digests, at the moment when it was asked.
package struct Contents: Sendable {
  private let files: [String]
  /// The digests in the files' order; nil for one that cannot be read.
  let digests: [String?]

  /// Looks at files.
  package init(of files: [String]) {
    self.files = files
    digests = files.map(contentDigest)
  }

  /// Whether they hold the same now.
  var areStill: Bool { files.map(contentDigest) == digests }
}
