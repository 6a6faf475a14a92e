import Lessons
import Markup

extension CitedWork {
  /// Authors and year: `Glorot and Bengio 2010`.
  func shortName(_ wording: Wording) -> String {
    let names = authors.map(\.family)
    let who =
      switch names.count {
      case 0: title
      case 1: names[0]
      case 2: wording(.and, names[0], names[1])
      default: wording(.andOthers, names[0])
      }
    return year.isEmpty ? who : "\(who) \(year)"
  }

  /// The full bibliographic entry, with a link to the work.
  func entry(_ wording: Wording) -> HTML {
    let names = authors.map { $0.given.isEmpty ? $0.family : "\($0.given) \($0.family)" }
    let who: HTML =
      names.count > 1
      ? wording.span(.and, names.dropLast().joined(separator: ", "), names.last ?? "")
      : "\(names.first ?? "")"
    let number = issue.isEmpty ? volume : "\(volume)(\(issue))"
    let place =
      container.isEmpty ? "" : ([container, number].filter { !$0.isEmpty }).joined(separator: " ")
    let rest = [place, page, genre, publisher, year].filter { !$0.isEmpty }.joined(separator: ", ")
    let isClosed = title.last.map { "?!.。？！".contains($0) } ?? false
    let end: HTML = isClosed ? "" : "."
    return "\(who). <cite>\(title)</cite>\(end) \(rest).\(link)"
  }

  /// The link to the work, shown as its DOI, its arXiv number or its address without `https://www.`.
  private var link: HTML? {
    if !doi.isEmpty {
      return " <a href=\"https://doi.org/\(address(doi))\">doi:\(breakable(doi))</a>"
    }
    guard !url.isEmpty else { return nil }
    if let match = url.wholeMatch(of: /https?:\/\/arxiv\.org\/abs\/(.+)/) {
      return " <a href=\"\(address(url))\">arXiv:\(match.1)</a>"
    }
    let short = url.replacing(/^https?:\/\/(www\.)?/, with: "")
    return " <a class=\"address\" href=\"\(address(url))\">\(breakable(short))</a>"
  }
}

extension [CitedWork] {
  /// The works, with a letter after the year if several have the same authors and year: 2016a, 2016b.
  func disambiguated(_ wording: Wording) -> [CitedWork] {
    let alike = Dictionary(grouping: indices.filter { !self[$0].year.isEmpty }) {
      self[$0].shortName(wording)
    }
    var works = self
    for places in alike.values where places.count > 1 {
      for (letter, place) in zip("abcdefghijklmnopqrstuvwxyz", places) {
        works[place].year.append(letter)
      }
    }
    return works
  }
}

/// An address with an optional line break after each slash.
private func breakable(_ address: String) -> HTML {
  address.split(separator: "/", omittingEmptySubsequences: false)
    .map { "\($0)" as HTML }.joined(separator: "/<wbr>")
}
