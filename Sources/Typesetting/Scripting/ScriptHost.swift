internal import Hashing
internal import Synchronization

/// A JavaScript library with our driver functions for it, loaded on the first call.
final class ScriptHost: Sendable {
  /// The reason why a call has no result.
  enum CallError: Error {
    /// It exceeded the memory limit or the stack.
    case exhausted
    /// It threw an error, whose message is given.
    case thrown(String)
    /// The library cannot be loaded.
    case loadFailed(package: String, message: String)
  }

  /// The digest of the library and the driver, on which results depend besides the arguments.
  let digest: String

  private let library: JavaScriptLibrary
  private let driver: String
  private let state = Mutex(State())

  private struct State {
    var engine: Duktape?
    var engineStarts = 0
  }

  init(_ library: JavaScriptLibrary, driver: String) {
    self.library = library
    self.driver = driver
    digest = SHA256.hex(of: Array(library.source.utf8) + Array(driver.utf8))
  }

  /// The number of times an engine was started.
  var engineStarts: Int { state.withLock { $0.engineStarts } }

  /// Calls a function of the driver and returns its result.
  ///
  /// After a failed call the engine is discarded, so that its state cannot affect later calls.
  func call(_ function: String, _ arguments: [String]) throws(CallError) -> String {
    let result = state.withLock { state -> Result<String, CallError> in
      do throws(CallError) {
        let engine = if let engine = state.engine { engine } else { try start(&state) }
        return .success(try engine.call(function, arguments))
      } catch {
        state.engine = nil
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func start(_ state: inout State) throws(CallError) -> Duktape {
    let engine = Duktape()
    state.engineStarts += 1
    do throws(CallError) {
      for source in [ScriptHost.browser, library.source, driver] { try engine.run(source) }
    } catch {
      let message =
        if case .thrown(let message) = error { message } else { "it uses too much memory" }
      throw .loadFailed(package: library.package, message: message)
    }
    state.engine = engine
    return engine
  }

  /// The parts of a browser's environment that libraries require.
  private static let browser = """
    var window = this;
    var console = { log: function () {}, warn: function () {}, error: function () {} };
    """
}
