import Foundation
import Markup
import TestSupport
import Typesetting

/// A shared typesetter and helpers for the tests.
enum TypesettingFixture {
  /// One typesetter for all tests that do not count engine starts.
  static let typesetter = Result { () throws(MissingPackages) in try Typesetter() }

  /// The markup of a formula.
  static func formula(_ tex: String, display: Bool = false) throws -> String {
    try typesetter.get().formula(tex, display: display).text
  }

  /// The markup of highlighted code.
  static func highlighted(_ code: String, _ language: String = "swift") throws -> String? {
    try typesetter.get().highlighted(code, language: language)?.text
  }

  /// Runs `body` with a new folder, which is removed afterwards.
  static func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    try await TemporaryFolder.with { try await body($0.path) }
  }

  /// The text content of markup.
  static func text(of markup: String) -> String {
    let tagless = markup.replacing(/<[^>]*>/.matchingSemantics(.unicodeScalar), with: "")
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")]
    return pairs.reduce(tagless) { text, pair in
      text.replacingOccurrences(of: pair.0, with: pair.1, options: .literal)
    }
  }
}

/// A random number generator with the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
