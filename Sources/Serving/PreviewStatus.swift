internal import Foundation
package import Lessons

/// The state of the preview, as it is sent to open pages.
package struct PreviewStatus: Sendable {
  /// An identifier of the site's content; empty before the first build.
  package var site = ""
  /// Whether a build is running.
  package var isBuilding = true
  /// The diagnostics of the last build, in order.
  package var problems: [Problem] = []

  /// A diagnostic with the lines of the file around it.
  package struct Problem: Sendable {
    /// The diagnostic as the build reported it.
    package var diagnostic: Diagnostic
    /// The line number of the excerpt's first line.
    package var firstLine: Int
    /// The lines around the place of the diagnostic.
    package var excerpt: [String]

    /// Reads the excerpt from the diagnostic's file; it is empty if there is no such file.
    package init(_ diagnostic: Diagnostic) {
      let around = 2
      self.diagnostic = diagnostic
      let data = FileManager.default.contents(atPath: diagnostic.place.file) ?? Data()
      let lines = String(decoding: data, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      let first = max(1, diagnostic.place.line - around)
      firstLine = first
      excerpt = lines.dropFirst(first - 1).prefix(2 * around + 1).map(String.init)
    }
  }
}

extension PreviewStatus {
  /// The JSON that pages read; they send `mark` back to wait for the next status.
  func json(mark: String) -> Data {
    struct Form: Encodable {
      struct Problem: Encodable {
        let place: String, line: Int, severity: String, summary: String, help: String?
        let firstLine: Int, excerpt: [String]
      }
      let mark: String, site: String, isBuilding: Bool, problems: [Problem]
    }
    let form = Form(
      mark: mark, site: site, isBuilding: isBuilding,
      problems: problems.map {
        Form.Problem(
          place: "\($0.diagnostic.place)", line: $0.diagnostic.place.line,
          severity: $0.diagnostic.severity.rawValue, summary: $0.diagnostic.summary,
          help: $0.diagnostic.help, firstLine: $0.firstLine, excerpt: $0.excerpt)
      })
    // Encoding strings and numbers cannot fail.
    return (try? JSONEncoder().encode(form)) ?? Data()
  }
}
