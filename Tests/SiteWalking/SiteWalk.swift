import Foundation

/// Checks every link, id and file name in all files of a site.
public struct SiteWalk {
  /// The problems found, one line each.
  public private(set) var problems: [String] = []
  /// The pages by path.
  public let pages: [String: PageMarkup]
  private let files: [String: [UInt8]]
  /// The public address of the site.
  private let base: String?
  private let ids: [String: Set<String>]

  /// Checks a site and collects its problems.
  ///
  /// - Parameters:
  ///   - files: The files by path.
  ///   - base: The public address of the site, if any, with a slash at its end.
  public init(_ files: [String: [UInt8]], base: String? = nil) {
    self.files = files
    self.base = base
    pages = files.filter { $0.key.hasSuffix(".html") }.mapValues {
      PageMarkup(String(decoding: $0, as: UTF8.self))
    }
    ids = pages.mapValues { Set($0.elements.compactMap { $0.attributes["id"] }) }
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) { walk(page, path) }
    walkStyleSheet()
    walkSearchIndex()
    walkSiteMap()
  }

  /// The element with an id on a page.
  public func element(_ id: String, on page: String) -> PageMarkup.Element? {
    pages[page]?.elements.first { $0.attributes["id"] == id }
  }

  private func text(_ path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }
}

// MARK: - Pages

extension SiteWalk {
  private mutating func walk(_ page: PageMarkup, _ path: String) {
    problems += page.problems.map { "\(path): \($0)" }
    var seen: Set<String> = []
    for element in page.elements {
      let name = element.name
      let attributes = element.attributes
      if let id = attributes["id"] {
        if id.isEmpty || id.contains(where: \.isWhitespace) {
          problems.append("\(path): id '\(id)'")
        }
        if !seen.insert(id).inserted { problems.append("\(path): duplicate id '\(id)'") }
      }
      for key in ["aria-labelledby", "aria-describedby", "for", "headers"] {
        for id in (attributes[key] ?? "").split(separator: " ")
        where !(ids[path]?.contains(String(id)) ?? false) {
          problems.append("\(path): \(key) refers to the missing id '\(id)'")
        }
      }
      for key in ["href", "src"] {
        if let address = attributes[key] { check(address, on: path) }
      }
      if name == "a", element.ancestors.contains("a") {
        problems.append("\(path): a link in a link")
      }
    }
    // The page for missing pages is served at any depth, so it cannot refer to other files.
    if path == "404.html" { return }
    for text in page.texts where text.element.name == "style" { checkURLs(text.text, in: path) }
  }

  /// Checks that an address leads to a file, and to an id in it.
  private mutating func check(_ address: String, on path: String) {
    var address = address
    if let base, address.hasPrefix(base) { address = String(address.dropFirst(base.count)) }
    if address.isEmpty { return }
    guard address.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:|\/\//) == nil else {
      if address.hasPrefix("file:") || address.hasPrefix("javascript:") {
        problems.append("\(path): \(address)")
      }
      return
    }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let encoded = parts[0].prefix { $0 != "?" }
    guard let name = encoded.removingPercentEncoding else {
      return problems.append("\(path): '\(address)' is not a valid address")
    }
    let target = name.isEmpty ? path : name
    guard files[target] != nil else {
      return problems.append("\(path): '\(address)' leads to no file")
    }
    guard parts.count > 1, let anchor = parts[1].removingPercentEncoding, !anchor.isEmpty,
      let places = ids[target]
    else { return }
    if !places.contains(anchor) { problems.append("\(path): '\(address)' leads to no id") }
  }
}

// MARK: - Other files

extension SiteWalk {
  private mutating func walkStyleSheet() {
    for path in files.keys.sorted() where path.hasSuffix(".css") {
      checkURLs(text(path), in: path)
    }
  }

  private mutating func checkURLs(_ sheet: String, in path: String) {
    for match in sheet.matches(of: /url\(["']?([^)"']+)["']?\)/) {
      let name = String(match.1)
      if files[name] == nil, !name.hasPrefix("data:") {
        problems.append("\(path): there is no file '\(name)'")
      }
    }
  }

  private mutating func walkSearchIndex() {
    let script = text("script.js")
    let pieces = script.firstMatch(of: /const pieces = (\[.*\]);/).map { String($0.1) } ?? "[]"
    let named = (try? JSONDecoder().decode([String].self, from: Data(pieces.utf8))) ?? []
    let present = files.keys.filter { $0.hasPrefix("search/") && $0.hasSuffix(".js") }
    if Set(named) != Set(present) {
      problems.append("script.js: files of the search index: \(named)")
    }
    for path in present.sorted() { walkSearchIndexFile(path) }
  }

  private mutating func walkSearchIndexFile(_ path: String) {
    let script = text(path)
    guard let open = script.range(of: "...[")?.upperBound, let end = script.lastIndex(of: ")"),
      open < end,
      let list = try? JSONSerialization.jsonObject(
        with: Data("[\(script[open..<end])".utf8)) as? [[Any]]
    else { return problems.append("\(path): not a list") }
    for entry in list {
      guard let page = entry.first as? String, let passages = entry.last as? [[String]] else {
        problems.append("\(path): \(entry)")
        continue
      }
      for passage in passages {
        let anchor = passage[0].addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        check(anchor.isEmpty ? page : "\(page)#\(anchor)", on: path)
      }
    }
  }

  private mutating func walkSiteMap() {
    guard files["sitemap.xml"] != nil else { return }
    let addresses = text("sitemap.xml").matches(of: /<loc>([^<]*)<\/loc>/).map { String($0.1) }
    for address in addresses {
      guard let base, address.hasPrefix(base) else {
        problems.append("sitemap.xml: \(address)")
        continue
      }
      check(address, on: "sitemap.xml")
    }
  }
}
