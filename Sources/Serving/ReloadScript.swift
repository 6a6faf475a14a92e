internal import Foundation
internal import Markup

/// The script that reloads a page after each build.
struct ReloadScript {
  /// The path of the script; no file of a site has such a path.
  static let path = "/-/preview.js"
  /// The path of the build status.
  static let statusPath = "/-/status"

  /// The identifier of the site's content that the page shows.
  let site: String

  /// The script's source, including its style sheet.
  static var source: Data {
    let style = String(decoding: PackageResources.preview_css, as: UTF8.self)
    let literal = (try? JSONEncoder().encode(style)).map { String(decoding: $0, as: UTF8.self) }
    let program = String(decoding: PackageResources.preview_js, as: UTF8.self)
    return Data("const previewStyle = \(literal ?? "\"\"");\n\(program)".utf8)
  }

  /// The content of a file, with the script inserted if it is a page.
  func inserted(into file: ServedFolder.File) -> Data {
    guard file.type.hasPrefix("text/html") else { return file.content }
    let page = String(decoding: file.content, as: UTF8.self)
    guard let head = page.firstRange(of: "</head>") else { return file.content }
    return Data(page.replacingCharacters(in: head, with: "\(element.text)</head>").utf8)
  }

  /// The page that is shown until the first build has completed.
  var waitingPage: String {
    let page: HTML = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="color-scheme" content="light dark">
      <title>Gradus</title>
      \(element)</head>
      <body><p>This page does not exist yet.</p></body>
      </html>

      """
    return page.text
  }

  private var element: HTML {
    "<script src=\"\(ReloadScript.path)\" data-site=\"\(site)\" defer></script>\n"
  }
}
