import Foundation
import Lessons

extension SiteIndex {
  /// Converts the address of a lesson's Markdown file to that of its page, keeping the fragment.
  ///
  /// Repository hosts and editors complete such addresses: `../lessons/04-depth.md#the-end`.
  ///
  /// - Parameter destination: An address as the author wrote it.
  /// - Returns: The page's address; nil if the address is not that of a lesson's file.
  func page(ofMarkdownAt destination: String) -> String? {
    let link = LocalAddress(destination)
    guard let link, link.path.hasSuffix(".md"), let file = location.file(link.path),
      case let name = String(file.dropLast(3)),
      (course.lessons + course.pages).contains(name)
    else { return nil }
    return pageAddress(of: name) + (link.fragment.map { "#\($0)" } ?? "")
  }
}

/// An address within the site: a path and a fragment.
struct LocalAddress {
  /// The decoded path; empty for the page itself.
  let path: String
  /// The text after the `#`, not decoded.
  let fragment: String?

  /// Parses an address; nil for one outside the site.
  init?(_ address: String) {
    guard !LocalAddress.isExternal(address) else { return nil }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].prefix { $0 != "?" }
    self.path = path.removingPercentEncoding ?? String(path)
    fragment = parts.count > 1 ? String(parts[1]) : nil
  }

  /// Whether an address has a scheme, or names another machine.
  static func isExternal(_ address: String) -> Bool {
    address.hasPrefix("//") || address.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) != nil
  }
}
