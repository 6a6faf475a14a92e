import Foundation

/// A walk through all files of a site, which looks at every link, id and file that they name.
public struct SiteWalk {
  /// What is wrong, a line each.
  public private(set) var problems: [String] = []
  /// The pages by their paths.
  public let pages: [String: Markup]
  private let files: [String: [UInt8]]
  /// Where the site will be on the net.
  private let base: String?
  private let ids: [String: Set<String>]

  /// Walks through a site.
  ///
  /// - Parameters:
  ///   - files: The files by their paths.
  ///   - base: The address of the site, with a slash at its end, if it has one.
  public init(_ files: [String: [UInt8]], base: String? = nil) {
    self.files = files
    self.base = base
    pages = files.filter { $0.key.hasSuffix(".html") }.mapValues {
      Markup(String(decoding: $0, as: UTF8.self))
    }
    ids = pages.mapValues { Set($0.elements.compactMap { $0.attributes["id"] }) }
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) { walk(page, path) }
    walkStyleSheet()
    walkSearchIndex()
    walkSiteMap()
  }

  /// The element with an id on a page.
  public func element(_ id: String, on page: String) -> Markup.Element? {
    pages[page]?.elements.first { $0.attributes["id"] == id }
  }

  private func text(_ path: String) -> String {
    String(decoding: files[path] ?? [], as: UTF8.self)
  }
}

// MARK: - Pages

extension SiteWalk {
  private mutating func walk(_ page: Markup, _ path: String) {
    problems += page.problems.map { "\(path): \($0)" }
    var seen: Set<String> = []
    for element in page.elements {
      let name = element.name
      let attributes = element.attributes
      if let id = attributes["id"] {
        if id.isEmpty || id.contains(where: \.isWhitespace) {
          problems.append("\(path): id '\(id)'")
        }
        if !seen.insert(id).inserted { problems.append("\(path): the id '\(id)' is there twice") }
      }
      for key in ["aria-labelledby", "aria-describedby", "for", "headers"] {
        for id in (attributes[key] ?? "").split(separator: " ")
        where !(ids[path]?.contains(String(id)) ?? false) {
          problems.append("\(path): \(key) names '\(id)', which is not there")
        }
      }
      for key in ["href", "src"] {
        if let address = attributes[key] { check(address, on: path) }
      }
      if name == "a", element.ancestors.contains("a") {
        problems.append("\(path): a link in a link")
      }
    }
    // What is sent for any address can rely on no file beside it.
    if path == "404.html" { return }
    for text in page.texts where text.element.name == "style" { checkURLs(text.text, in: path) }
  }

  /// Whether an address leads to a file, and to a place in it.
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
      return problems.append("\(path): '\(address)' is not written as an address is")
    }
    let target = name.isEmpty ? path : name
    guard files[target] != nil else {
      return problems.append("\(path): '\(address)' leads to no file")
    }
    guard parts.count > 1, let anchor = parts[1].removingPercentEncoding, !anchor.isEmpty,
      let places = ids[target]
    else { return }
    if !places.contains(anchor) { problems.append("\(path): '\(address)' leads to no place") }
  }
}

// MARK: - What is not a page

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
    let there = files.keys.filter { $0.hasPrefix("search/") && $0.hasSuffix(".js") }
    if Set(named) != Set(there) { problems.append("script.js: pieces of the index: \(named)") }
    for path in there.sorted() { walkPiece(path) }
  }

  private mutating func walkPiece(_ path: String) {
    let script = text(path)
    guard let open = script.range(of: "...[")?.upperBound, let end = script.lastIndex(of: ")"),
      open < end,
      let list = try? JSONSerialization.jsonObject(
        with: Data("[\(script[open..<end])".utf8)) as? [[Any]]
    else { return problems.append("\(path): it is no list") }
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
