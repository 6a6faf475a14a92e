internal import Foundation
internal import Markup

/// What makes a page listen for the next state of the course.
struct Listener {
  /// Where the script stands, beside all that a site can hold.
  static let scriptPath = "/-/preview.js"
  /// Where the bulletin is asked for.
  static let bulletinPath = "/-/bulletin"

  /// The state of the site that the page shows.
  let site: String

  /// The script, its style within it.
  static var script: Data {
    let style = String(decoding: PackageResources.preview_css, as: UTF8.self)
    let words = (try? JSONEncoder().encode(style)).map { String(decoding: $0, as: UTF8.self) }
    let program = String(decoding: PackageResources.preview_js, as: UTF8.self)
    return Data("const previewStyle = \(words ?? "\"\"");\n\(program)".utf8)
  }

  /// A file of the site; a page listens.
  func added(to file: ServedFolder.File) -> Data {
    guard file.type.hasPrefix("text/html") else { return file.content }
    let page = String(decoding: file.content, as: UTF8.self)
    guard let head = page.firstRange(of: "</head>") else { return file.content }
    return Data(page.replacingCharacters(in: head, with: "\(element.text)</head>").utf8)
  }

  /// What is shown until the first site stands.
  var waitingPage: String {
    let page: HTML = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="color-scheme" content="light dark">
      <title>Gradus</title>
      \(element)</head>
      <body><p>There is no such page yet.</p></body>
      </html>

      """
    return page.text
  }

  private var element: HTML {
    "<script src=\"\(Listener.scriptPath)\" data-site=\"\(site)\" defer></script>\n"
  }
}
