internal import Foundation

extension Course {
  /// Reads the works in `references.yml`; returns none if there is no such file.
  func readWorks(_ diagnostics: inout [Diagnostic]) -> [CitedWork] {
    guard let data = FileManager.default.contents(atPath: referencesFile) else { return [] }
    let text: String
    do throws(Diagnostic) {
      text = try EncodedText.text(data, of: referencesFile, code: .course)
    } catch {
      diagnostics.append(error)
      return []
    }
    var works: [CitedWork] = []
    for entry in YAMLSettings.list(text, of: .work, file: referencesFile, diagnostics: &diagnostics)
    {
      let work = CitedWork(entry, &diagnostics)
      if works.contains(where: { $0.id == work.id }) {
        diagnostics.append(
          .error(.course, entry.place(of: "id"), "two works have the id '\(work.id)'"))
      }
      works.append(work)
    }
    return works
  }
}

extension CitedWork {
  fileprivate init(_ given: YAMLSettings, _ diagnostics: inout [Diagnostic]) {
    var entry = given
    let isValid = entry.diagnostics.isEmpty
    self.init(id: entry.string("id") ?? "")
    if isValid, id.isEmpty {
      diagnostics.append(.error(.course, entry.place(of: "title"), "the work has no 'id'"))
    }
    title = entry.string("title") ?? ""
    diagnostics +=
      PlainTextCheck.diagnostic(
        "a work's title", title, at: entry.place(of: "title"), code: .course
      )
      .map { [$0] } ?? []
    container = entry.string("container-title") ?? ""
    volume = entry.string("volume") ?? ""
    issue = entry.string("issue") ?? ""
    page = entry.string("page") ?? ""
    genre = entry.string("genre") ?? ""
    publisher = entry.string("publisher") ?? ""
    doi = entry.string("DOI") ?? ""
    url = entry.string("URL") ?? ""
    year = entry.string("issued") ?? ""
    _ = entry.string("type")
    for name in entry.mappings("author", of: .author) {
      var name = name
      let family = name.string("family") ?? name.string("literal") ?? ""
      authors.append(Author(family: family, given: name.string("given") ?? ""))
      _ = name.string("literal")
      diagnostics += name.finish()
    }
    diagnostics += entry.finish()
  }
}
