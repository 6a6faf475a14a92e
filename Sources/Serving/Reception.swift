internal import FlyingFox
internal import Foundation

/// What answers a request.
struct Reception: Sendable {
  let folder: ServedFolder
  let board: BulletinBoard
  let hosts: Hosts
  /// How long who waits for the next bulletin is left without an answer.
  let patience: Duration

  func answer(_ request: HTTPRequest) async -> HTTPResponse {
    let whole = await wholeAnswer(request)
    guard request.method == .HEAD else { return whole }
    return HTTPResponse(statusCode: whole.statusCode, headers: whole.headers)
  }

  private func wholeAnswer(_ request: HTTPRequest) async -> HTTPResponse {
    guard hosts.admits(request.headers[.host]) else {
      return plain(
        HTTPStatusCode(421, phrase: "Misdirected Request"), "There is no such host here.\n")
    }
    guard [.GET, .HEAD].contains(request.method) else {
      return plain(.methodNotAllowed, "Pages can only be read.\n")
    }
    let path = request.target.path()
    switch path {
    case Listener.scriptPath:
      return found(Listener.script, "text/javascript; charset=utf-8")
    case Listener.bulletinPath:
      let seen = request.query.first { $0.name == "after" }?.value
      return found(await board.next(after: seen, patience: patience), "application/json")
    default:
      return await page(path)
    }
  }

  private func page(_ path: String) async -> HTTPResponse {
    // Asked for before the file is read: a page that is newer than its mark is loaded once more, an
    // older one would stay.
    let site = await board.bulletin.site
    let listener = Listener(site: site)
    if let file = folder.file(at: path) {
      return found(listener.added(to: file), file.type)
    }
    // Before the first site stands there is no page at all, and soon there may be this one.
    let missing = folder.missing.map(listener.added) ?? Data(listener.waitingPage.utf8)
    return response(.notFound, missing, "text/html; charset=utf-8")
  }

  private func found(_ content: Data, _ type: String) -> HTTPResponse {
    response(.ok, content, type)
  }

  private func plain(_ status: HTTPStatusCode, _ words: String) -> HTTPResponse {
    response(status, Data(words.utf8), "text/plain; charset=utf-8")
  }

  private func response(_ status: HTTPStatusCode, _ content: Data, _ type: String) -> HTTPResponse {
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
