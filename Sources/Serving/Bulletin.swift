internal import Foundation
package import Lessons

/// How the course stands, for the pages that are open.
package struct Bulletin: Sendable {
  /// What tells one state of the site from another.
  package var site = ""
  /// Whether a build is under way.
  package var isBuilding = true
  /// What is wrong, in the order in which it is listed.
  package var problems: [Problem] = []

  /// Something that is wrong, with the lines of the file around it.
  package struct Problem: Sendable {
    /// What is wrong.
    package var diagnostic: Diagnostic
    /// The number of the excerpt's first line.
    package var firstLine: Int
    /// Lines of the file.
    package var excerpt: [String]

    /// A problem; its excerpt is read from the file, if there is one.
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

extension Bulletin {
  /// The form in which pages read it, with the mark by which they ask for the next.
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
    // Text and numbers can always be written.
    return (try? JSONEncoder().encode(form)) ?? Data()
  }
}
