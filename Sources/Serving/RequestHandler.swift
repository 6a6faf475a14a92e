internal import FlyingFox
internal import Foundation

/// Answers HTTP requests with files, the reload script or the build status.
struct RequestHandler: Sendable {
  let folder: ServedFolder
  let status: StatusBroadcaster
  let hosts: AllowedHosts
  /// How long a request waits for the next build status.
  let timeout: Duration

  func response(to request: HTTPRequest) async -> HTTPResponse {
    let whole = await responseWithBody(to: request)
    guard request.method == .HEAD else { return whole }
    return HTTPResponse(statusCode: whole.statusCode, headers: whole.headers)
  }

  private func responseWithBody(to request: HTTPRequest) async -> HTTPResponse {
    guard hosts.allows(request.headers[.host]) else {
      return plain(
        HTTPStatusCode(421, phrase: "Misdirected Request"), "Unknown host.\n")
    }
    guard [.GET, .HEAD].contains(request.method) else {
      return plain(.methodNotAllowed, "Only GET and HEAD are allowed.\n")
    }
    let path = request.target.path()
    switch path {
    case ReloadScript.path:
      return found(ReloadScript.source, type: "text/javascript; charset=utf-8")
    case ReloadScript.statusPath:
      let seen = request.query.first { $0.name == "after" }?.value
      return found(await status.next(after: seen, timeout: timeout), type: "application/json")
    default:
      return await page(path)
    }
  }

  private func page(_ path: String) async -> HTTPResponse {
    // Read before the file: a page that is newer than its identifier reloads once too often, while an
    // older one would never reload.
    let site = await status.current.site
    let script = ReloadScript(site: site)
    if let file = folder.file(at: path) {
      return found(script.inserted(into: file), type: file.type)
    }
    // Missing pages reload too: the next build can create them.
    let missing = folder.missing.map(script.inserted) ?? Data(script.waitingPage.utf8)
    return response(.notFound, missing, type: "text/html; charset=utf-8")
  }

  private func found(_ content: Data, type: String) -> HTTPResponse {
    response(.ok, content, type: type)
  }

  private func plain(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    response(status, Data(text.utf8), type: "text/plain; charset=utf-8")
  }

  private func response(_ status: HTTPStatusCode, _ content: Data, type: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: type, HTTPHeader("Cache-Control"): "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      ],
      body: content)
  }
}
