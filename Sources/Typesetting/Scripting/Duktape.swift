internal import CDuktape
internal import Glibc

/// A JavaScript engine, for one thread at a time; no other file uses the Duktape library.
///
/// Scripts can only compute: they have no access to files, the network or the clock. The total
/// memory that a call can allocate is limited. Unlike a time limit, this gives the same result on
/// every machine.
final class Duktape {
  /// The number of bytes that a call can allocate in total.
  ///
  /// A formula of five lines needs 10 MB and loading highlight.js 250 MB; runaway code is stopped
  /// after one to three seconds.
  static let allocationLimit = 500_000_000
  /// The number of bytes counted for an allocation in addition to its size.
  private static let allocationOverhead = 100

  private let context: OpaquePointer
  private let budget: UnsafeMutablePointer<Int>

  init() {
    budget = .allocate(capacity: 1)
    budget.initialize(to: .max)
    let context = duk_create_heap(
      { Duktape.charge($1, to: $0) ? malloc($1) : nil },
      // Duktape requires that shrinking an allocation succeeds.
      { Duktape.charge($2, to: $0) || $2 <= malloc_usable_size($1) ? realloc($1, $2) : nil },
      { free($1) }, budget, nil)
    guard let context else { fatalError("no memory for a JavaScript engine") }
    self.context = context
  }

  deinit {
    budget.pointee = .max
    duk_destroy_heap(context)
    budget.deallocate()
  }

  /// Evaluates a script; throws its error, or that it exceeded the limit.
  func run(_ source: String) throws(ScriptHost.CallError) {
    let bytes = javaScriptBytes(of: source)
    try perform {
      bytes.withUnsafeBytes {
        gradus_evaluate(context, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
      }
    }
  }

  /// Calls a global function and returns its result.
  func call(_ function: String, _ arguments: [String]) throws(ScriptHost.CallError) -> String {
    duk_get_global_string(context, function)
    for argument in arguments {
      let bytes = javaScriptBytes(of: argument)
      bytes.withUnsafeBytes {
        _ = duk_push_lstring(context, $0.bindMemory(to: CChar.self).baseAddress, $0.count)
      }
    }
    return try perform { duk_pcall(context, duk_idx_t(arguments.count)) }
  }

  /// Performs an operation that leaves a result or an error on the engine's stack, and pops it.
  @discardableResult
  private func perform(_ work: () -> duk_int_t) throws(ScriptHost.CallError) -> String {
    defer { duk_set_top(context, 0) }
    budget.pointee = Duktape.allocationLimit
    let code = work()
    let isExhausted = budget.pointee < 0
    budget.pointee = .max
    if isExhausted { throw .exhausted }
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

  /// Subtracts an allocation from the budget; false if it is exceeded.
  private static func charge(_ size: Int, to pointer: UnsafeMutableRawPointer?) -> Bool {
    guard let budget = pointer?.assumingMemoryBound(to: Int.self) else { return false }
    budget.pointee -= size + allocationOverhead
    return budget.pointee >= 0
  }
}
