internal import CDuktape
internal import Glibc

/// A JavaScript engine of its own, for one thread at a time; no other file touches Duktape.
///
/// Scripts can compute and nothing else: there is no file, no network and no clock that they would
/// need. A call may allocate so many bytes in all, then it ends with an error. Unlike a limit on
/// time, this gives the same answer on every machine.
final class Duktape {
  /// What a call may allocate in all.
  ///
  /// A formula of five lines needs 10 MB and loading highlight.js 250 MB; a bomb is stopped after
  /// one to three seconds.
  static let allowance = 500_000_000
  /// What an allocation costs beside its bytes.
  private static let price = 100

  private let context: OpaquePointer
  private let left: UnsafeMutablePointer<Int>

  init() {
    left = .allocate(capacity: 1)
    left.initialize(to: .max)
    let context = duk_create_heap(
      { Duktape.pay($1, from: $0) ? malloc($1) : nil },
      // Duktape relies on shrinking.
      { Duktape.pay($2, from: $0) || $2 <= malloc_usable_size($1) ? realloc($1, $2) : nil },
      { free($1) }, left, nil)
    guard let context else { fatalError("no memory for a JavaScript engine") }
    self.context = context
  }

  deinit {
    left.pointee = .max
    duk_destroy_heap(context)
    left.deallocate()
  }

  /// Runs a program.
  func run(_ source: String) throws(Script.Failure) {
    let bytes = javaScriptBytes(of: source)
    try perform {
      bytes.withUnsafeBytes {
        gradus_evaluate(context, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
      }
    }
  }

  /// What a global function returns.
  func call(_ function: String, _ arguments: [String]) throws(Script.Failure) -> String {
    duk_get_global_string(context, function)
    for argument in arguments {
      let bytes = javaScriptBytes(of: argument)
      bytes.withUnsafeBytes {
        _ = duk_push_lstring(context, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
      }
    }
    return try perform { duk_pcall(context, duk_idx_t(arguments.count)) }
  }

  /// Runs what leaves one value, a result or an error, on the engine's stack, and takes it.
  @discardableResult
  private func perform(_ work: () -> duk_int_t) throws(Script.Failure) -> String {
    defer { duk_set_top(context, 0) }
    left.pointee = Duktape.allowance
    let code = work()
    let isSpent = left.pointee < 0
    left.pointee = .max
    if isSpent { throw .exhausted }
    if code == 0 { return top() }
    throw gradus_is_range_error(context) != 0 ? .exhausted : .thrown(top())
  }

  private func top() -> String {
    var count = 0
    guard duk_get_top(context) > 0, let bytes = duk_safe_to_lstring(context, -1, &count) else {
      return ""
    }
    return text(ofJavaScriptBytes: UnsafeRawBufferPointer(start: bytes, count: count))
  }

  private static func pay(_ size: Int, from purse: UnsafeMutableRawPointer?) -> Bool {
    guard let left = purse?.assumingMemoryBound(to: Int.self) else { return false }
    left.pointee -= size + price
    return left.pointee >= 0
  }
}
