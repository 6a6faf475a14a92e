import Foundation
import TestSupport
import Testing

@testable import Serving

@Suite struct ServedFolderTests {
  /// A site next to files that must not be served.
  private func siteFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder([
      "site/index.html": "home", "site/a b.html": "spaced", "site/data/x.csv": "1",
      "site/.gradus-files": "list", "secret.txt": "secret", "site-2/page.html": "another site",
    ])
    try folder.link("site/out.txt", to: "../secret.txt")
    try folder.link("site/folder", to: "..")
    try folder.link("site/in.csv", to: "data/x.csv")
    return folder
  }

  private func text(_ target: String, in folder: TemporaryFolder) -> String? {
    ServedFolder(folder.url.appending(path: "site").path).file(at: target)
      .map { String(decoding: $0.content, as: UTF8.self) }
  }

  @Test(arguments: [
    ("/", "home"), ("/index.html", "home"), ("/a%20b.html", "spaced"), ("/data/x.csv", "1"),
    ("/in.csv", "1"), ("/%69ndex.html", "home"),
  ])
  func aFileOfTheSiteIsFound(target: String, content: String) throws {
    let folder = try siteFolder()
    #expect(text(target, in: folder) == content)
  }

  @Test(arguments: [
    "/../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E%2Fsecret.txt", "/..%2fsecret.txt",
    "/data/../../secret.txt", "/data/%2e%2e/%2e%2e/secret.txt", "/.%2e/secret.txt",
    "/out.txt", "/folder/secret.txt", "/..%5csecret.txt",
    "//etc/passwd", "/%2fetc/passwd", "/%252e%252e/secret.txt", "/index.html%00.txt",
    "/.gradus-files", "/%2egradus-files", "/data", "/data/", "/folder", "/missing", "index.html",
    "", "*", "http://127.0.0.1/index.html", "/%zz", "/%ff", "/../site-2/page.html",
    "/index.html/", "/index.html/x",
  ])
  func noOtherPathHasAFile(target: String) throws {
    let folder = try siteFolder()
    #expect(text(target, in: folder) == nil)
  }

  @Test func aMissingFolderHasNoFiles() {
    #expect(ServedFolder("/nowhere").file(at: "/index.html") == nil)
  }

  @Test(arguments: [
    ("a.html", "text/html; charset=utf-8"), ("a.svg", "image/svg+xml"), ("a.WOFF2", "font/woff2"),
    ("a.unheard", "application/octet-stream"), ("a", "application/octet-stream"),
  ])
  func aFileHasItsMediaType(name: String, type: String) throws {
    let folder = try TemporaryFolder([name: ""])
    defer { withExtendedLifetime(folder) {} }
    #expect(ServedFolder(folder.url.path).file(at: "/\(name)")?.type == type)
  }
}
