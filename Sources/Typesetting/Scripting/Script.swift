internal import Hashing
internal import Synchronization

/// A JavaScript library with the functions of ours that use it, loaded when first called.
final class Script: Sendable {
  /// Why a call has no result.
  enum Failure: Error {
    /// It used up what a call may use.
    case exhausted
    /// It threw an error.
    case thrown(String)
    /// The library does not load.
    case unusable(package: String, words: String)
  }

  /// All that a call's result depends on, besides its arguments, as a digest.
  let fingerprint: String

  private let library: Library
  private let driver: String
  private let state = Mutex(State())

  private struct State {
    var engine: Duktape?
    var starts = 0
  }

  init(_ library: Library, driver: String) {
    self.library = library
    self.driver = driver
    fingerprint = SHA256.hex(of: Array(library.source.utf8) + Array(driver.utf8))
  }

  /// How often an engine was started.
  var starts: Int { state.withLock { $0.starts } }

  /// What a function of the driver returns.
  ///
  /// An engine whose call failed is given up, so that no call finds what another left behind.
  func call(_ function: String, _ arguments: [String]) throws(Failure) -> String {
    let result = state.withLock { state -> Result<String, Failure> in
      do throws(Failure) {
        let engine = if let engine = state.engine { engine } else { try start(&state) }
        return .success(try engine.call(function, arguments))
      } catch {
        state.engine = nil
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func start(_ state: inout State) throws(Failure) -> Duktape {
    let engine = Duktape()
    state.starts += 1
    do throws(Failure) {
      for source in [Script.browser, library.source, driver] { try engine.run(source) }
    } catch {
      let words = if case .thrown(let words) = error { words } else { "it uses too much memory" }
      throw .unusable(package: library.package, words: words)
    }
    state.engine = engine
    return engine
  }

  /// What libraries expect of a browser.
  private static let browser = """
    var window = this;
    var console = { log: function () {}, warn: function () {}, error: function () {} };
    """
}
