import Foundation
import Lessons

extension SiteIndex {
  /// The address of a lesson's page, and of the place on it, for the address of its Markdown file.
  ///
  /// Forges and editors complete the names of files, `../lessons/04-depth.md#the-end`.
  ///
  /// - Parameter destination: An address as the author wrote it.
  /// - Returns: The page's address; nil where the address is that of no lesson's file.
  func page(ofMarkdownAt destination: String) -> String? {
    let link = LocalAddress(destination)
    guard let link, link.path.hasSuffix(".md"), let file = place.file(link.path),
      case let name = String(file.dropLast(3)),
      (course.lessons + course.pages).contains(name)
    else { return nil }
    return pageAddress(of: name) + (link.fragment.map { "#\($0)" } ?? "")
  }
}

/// An address within the site: a path, and a place on its page.
struct LocalAddress {
  /// The path, as the file system has it; empty for the page itself.
  let path: String
  /// What stands behind the `#`, as it is written.
  let fragment: String?

  /// Takes an address apart; nil for one that leads out of the site.
  init?(_ address: String) {
    guard !LocalAddress.leadsOut(address) else { return nil }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].prefix { $0 != "?" }
    self.path = path.removingPercentEncoding ?? String(path)
    fragment = parts.count > 1 ? String(parts[1]) : nil
  }

  /// Whether an address has a scheme, or names another machine.
  static func leadsOut(_ address: String) -> Bool {
    address.hasPrefix("//") || address.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) != nil
  }
}
