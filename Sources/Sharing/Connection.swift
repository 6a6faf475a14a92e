internal import CCurl
internal import Foundation

/// A connection to a server, kept open from one request to the next.
///
/// Whoever takes it from its pool has it alone: it goes from thread to thread and is never used by
/// two.
final class Connection: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer

  /// A connection.
  ///
  /// - Throws: That libcurl is missing.
  init() throws(Trouble) {
    guard gradus_curl_load(), let handle = gradus_curl_open() else { throw .noLibrary }
    self.handle = handle
  }

  deinit { gradus_curl_close(handle) }

  /// Asks, and waits for the answer.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - server: Whom.
  ///   - isOver: Whether nobody wants the answer any more; then this ends soon.
  /// - Returns: The answer, whatever its status.
  /// - Throws: Why there is none.
  func ask(
    _ question: Question, of server: Server, isOver: @escaping () -> Bool
  ) throws(Trouble) -> Answer {
    gradus_curl_reset(handle)
    set(server)
    set(CURLOPT_URL, server.address + question.path)
    // Without it, a large body waits for a leave that not every server gives.
    var head = gradus_curl_append(nil, "Expect:")
    defer { gradus_curl_free(head) }
    head = gradus_curl_append(head, "Content-Type: application/octet-stream")
    if question.body != nil {
      set(CURLOPT_CUSTOMREQUEST, question.method)
      gradus_curl_set_head(handle, head)
    }
    let listener = Listener(limit: question.limit, isOver: isOver)
    let code = perform(question.body, listener)
    guard code == CURLE_OK || listener.isTooLong else { throw trouble(code) }
    return Answer(
      status: gradus_curl_status(handle), body: listener.body, isTooLong: listener.isTooLong)
  }

  /// What is the same for all requests.
  ///
  /// Redirections are not followed: credentials go to nobody but the address that was named.
  private func set(_ server: Server) {
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_USERAGENT, "gradus")
    set(CURLOPT_CONNECTTIMEOUT_MS, server.patience.connection)
    set(CURLOPT_LOW_SPEED_TIME, server.patience.silence)
    set(CURLOPT_LOW_SPEED_LIMIT, 1000)
    switch server.credentials {
    case .none: break
    case .token(let token):
      set(CURLOPT_HTTPAUTH, 1 << 6)  // CURLAUTH_BEARER
      set(CURLOPT_XOAUTH2_BEARER, token)
    case .user(let user, let password):
      set(CURLOPT_HTTPAUTH, 1)  // CURLAUTH_BASIC
      set(CURLOPT_USERNAME, user)
      set(CURLOPT_PASSWORD, password)
    }
  }

  private func perform(_ body: Data?, _ listener: Listener) -> CURLcode {
    gradus_curl_set_listener(
      handle,
      { bytes, size, count, listener in
        guard let bytes, let listener else { return 0 }
        let taken = Unmanaged<Listener>.fromOpaque(listener).takeUnretainedValue()
          .take(UnsafeRawBufferPointer(start: bytes, count: size * count))
        return taken ? size * count : 0
      },
      { listener, _, _, _, _ in
        guard let listener else { return 0 }
        return Unmanaged<Listener>.fromOpaque(listener).takeUnretainedValue().isOver() ? 1 : 0
      },
      Unmanaged.passUnretained(listener).toOpaque())
    return withExtendedLifetime(listener) {
      guard let body else { return gradus_curl_perform(handle) }
      return body.withUnsafeBytes { bytes in
        gradus_curl_set_body(handle, bytes.baseAddress, bytes.count)
        return gradus_curl_perform(handle)
      }
    }
  }

  private func trouble(_ code: CURLcode) -> Trouble {
    switch code {
    case CURLE_OPERATION_TIMEDOUT, CURLE_ABORTED_BY_CALLBACK: .slow
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR,
      CURLE_WEIRD_SERVER_REPLY:
      .cutOff
    case CURLE_COULDNT_CONNECT: .unreachable("nobody answers there")
    case CURLE_COULDNT_RESOLVE_HOST: .unreachable("nobody knows its name")
    default: .unreachable(String(cString: gradus_curl_words(code)))
    }
  }

  private func set(_ option: CURLoption, _ text: String) {
    gradus_curl_set_text(handle, option, text)
  }

  private func set(_ option: CURLoption, _ number: Int) {
    gradus_curl_set_number(handle, option, number)
  }
}

/// What takes an answer's body.
private final class Listener {
  private(set) var body = Data()
  private(set) var isTooLong = false
  let isOver: () -> Bool
  private let limit: Int

  init(limit: Int, isOver: @escaping () -> Bool) { (self.limit, self.isOver) = (limit, isOver) }

  /// Takes bytes; false where there are too many.
  func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    isTooLong = body.count + bytes.count > limit
    if !isTooLong { body.append(contentsOf: bytes) }
    return !isTooLong
  }
}
