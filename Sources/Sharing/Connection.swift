internal import CCurl
internal import Foundation

/// A connection to a server, reused for several requests.
///
/// It is used by one thread at a time: a thread takes it from the pool and returns it.
final class Connection: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer

  /// Creates a connection, which is opened with the first request.
  ///
  /// - Throws: A `Trouble` if libcurl cannot be loaded.
  init() throws(Trouble) {
    guard gradus_curl_load(), let handle = gradus_curl_open() else { throw .noLibrary }
    self.handle = handle
  }

  deinit { gradus_curl_close(handle) }

  /// Sends a request and waits for the response.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - server: The server.
  ///   - isCancelled: Whether the request has been cancelled; polled while waiting.
  /// - Returns: The response, with any status.
  /// - Throws: A `Trouble` if there is no response.
  func send(
    _ request: CacheRequest, to server: CacheServer, isCancelled: @escaping () -> Bool
  ) throws(Trouble) -> CacheResponse {
    gradus_curl_reset(handle)
    set(server)
    set(CURLOPT_URL, server.address + request.path)
    // Removes "Expect: 100-continue", which not every server supports.
    var head = gradus_curl_append(nil, "Expect:")
    defer { gradus_curl_free(head) }
    head = gradus_curl_append(head, "Content-Type: application/octet-stream")
    if request.body != nil {
      set(CURLOPT_CUSTOMREQUEST, request.method)
      gradus_curl_set_headers(handle, head)
    }
    let reader = ResponseReader(limit: request.limit, isCancelled: isCancelled)
    let code = perform(request.body, reader)
    guard code == CURLE_OK || reader.isTooLong else { throw trouble(code) }
    return CacheResponse(
      status: gradus_curl_status(handle), body: reader.body, isTooLong: reader.isTooLong)
  }

  /// Sets the options that all requests share.
  ///
  /// Redirections are not followed, so that credentials are sent to the given address only.
  private func set(_ server: CacheServer) {
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_USERAGENT, "gradus")
    set(CURLOPT_CONNECTTIMEOUT_MS, server.timeouts.connect)
    set(CURLOPT_LOW_SPEED_TIME, server.timeouts.stall)
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

  private func perform(_ body: Data?, _ reader: ResponseReader) -> CURLcode {
    gradus_curl_set_callbacks(
      handle,
      { bytes, size, count, listener in
        guard let bytes, let listener else { return 0 }
        let taken = Unmanaged<ResponseReader>.fromOpaque(listener).takeUnretainedValue()
          .append(UnsafeRawBufferPointer(start: bytes, count: size * count))
        return taken ? size * count : 0
      },
      { listener, _, _, _, _ in
        guard let listener else { return 0 }
        return Unmanaged<ResponseReader>.fromOpaque(listener).takeUnretainedValue().isCancelled()
          ? 1 : 0
      },
      Unmanaged.passUnretained(reader).toOpaque())
    return withExtendedLifetime(reader) {
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
    case CURLE_COULDNT_CONNECT: .unreachable("connection refused")
    case CURLE_COULDNT_RESOLVE_HOST: .unreachable("unknown host")
    default: .unreachable(String(cString: gradus_curl_error_text(code)))
    }
  }

  private func set(_ option: CURLoption, _ text: String) {
    gradus_curl_set_text(handle, option, text)
  }

  private func set(_ option: CURLoption, _ number: Int) {
    gradus_curl_set_number(handle, option, number)
  }
}

/// Receives the body of a response, up to a limit.
private final class ResponseReader {
  private(set) var body = Data()
  private(set) var isTooLong = false
  let isCancelled: () -> Bool
  private let limit: Int

  init(limit: Int, isCancelled: @escaping () -> Bool) {
    self.limit = limit
    self.isCancelled = isCancelled
  }

  /// Appends bytes; returns false if the limit is exceeded.
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    isTooLong = body.count + bytes.count > limit
    if !isTooLong { body.append(contentsOf: bytes) }
    return !isTooLong
  }
}
