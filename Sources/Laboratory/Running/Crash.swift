internal import Glibc

/// How a program died that a signal ended, and where in its lesson it was.
package struct Crash: Equatable {
  /// Why it died.
  package enum Cause: Equatable {
    /// Swift or the engine stopped it and said why.
    case trap(String)
    /// An error reached the top level.
    case uncaught(String)
    /// It called itself until no stack was left.
    case stackOverflow
    /// It asked for memory and got none.
    case outOfMemory
    /// It read or wrote where nothing is.
    case badPointer
    /// The signal alone is known.
    case signal(Int)
  }

  /// A place that the backtrace names.
  package struct Frame: Equatable {
    /// The lesson's line.
    package var line: Int
    /// The byte of the line, where it is known.
    package var column: Int?
  }

  /// Why it died.
  package var cause: Cause
  /// The lesson's own frames, the innermost first.
  package var frames: [Frame]

  /// Reads what a program of the lesson `file` wrote on standard error as it died.
  package init(signal: Int, errors: String, file: String) {
    let end = errors.firstRange(of: "\n*** Signal ")?.lowerBound ?? errors.endIndex
    let trace = errors[end...].split(separator: "\n")
    frames = trace.compactMap { Frame($0, file: file) }
    cause = Self.cause(signal, said: errors[..<end], trace)
  }

  private static func cause(_ signal: Int, said: Substring, _ trace: [Substring]) -> Cause {
    if isRefusal(said, trace) { return .outOfMemory }
    if let words = words(of: said) ?? runtimeFailure(trace) {
      return uncaught(words) ?? .trap(words)
    }
    switch Int32(signal) {
    case SIGSEGV, SIGBUS: return isDeep(trace) ? .stackOverflow : .badPointer
    case SIGABRT: return lastLine(of: said).map(Cause.trap) ?? .signal(signal)
    default: return .signal(signal)
    }
  }

  /// The words of `File.swift:12: Fatal error: words`, which may go on over lines.
  private static func words(of said: Substring) -> String? {
    let heading = /:\d+: (Fatal error|Precondition failed|Assertion failed)(: )?/
    guard let match = said.matches(of: heading).last else { return nil }
    let words = said[match.range.upperBound...].split(whereSeparator: \.isNewline)
    let kind = match.1 == "Fatal error" && !words.isEmpty ? [] : [match.1.lowercased()]
    return (kind + (words.isEmpty ? [] : [words.joined(separator: " ")])).joined(separator: ": ")
  }

  private static func uncaught(_ words: String) -> Cause? {
    guard let prefix = words.firstRange(of: "Error raised at top level: ") else { return nil }
    let error = words[prefix.upperBound...]
    return .uncaught(String(error.trimmingPrefix("\(Program.module).")))
  }

  /// What the backtrace's heading says of a trap that prints nothing, as of an overflow.
  private static func runtimeFailure(_ trace: [Substring]) -> String? {
    let heading = /\*\*\* Swift runtime failure: (.*) \*\*\*/
    return trace.compactMap { $0.wholeMatch(of: heading) }.first.map { String($0.1) }
  }

  /// What a library said last, without addresses, which differ from run to run.
  private static func lastLine(of said: Substring) -> String? {
    said.split(separator: "\n").last.map { String($0.replacing(/\ \(0x[0-9a-f]+\)/, with: "")) }
  }

  /// Whether memory was refused: Swift's own words, C++'s, or Foundation's, which traps silently.
  private static func isRefusal(_ said: Substring, _ trace: [Substring]) -> Bool {
    let words = /Fatal error: failed to allocate \d+ bytes|std::bad_alloc/
    return said.contains(words) || trace.contains { $0.contains(/^\s*0 .* __DataStorage\.init/) }
  }

  private static func isDeep(_ trace: [Substring]) -> Bool {
    trace.compactMap { $0.prefixMatch(of: /\s*(\d+) \[/) }.contains { Int($0.1) ?? 0 > 5000 }
  }
}

extension Crash.Frame {
  /// The place at the end of a line such as `3 [ra] 0x5645 f(_:) + 47 in t at lesson.md:44:4`.
  fileprivate init?(_ text: Substring, file: String) {
    // A name without a folder is printed with the folder in which the program was compiled.
    let start = file.contains("/") ? " at \(file):" : "/\(file):"
    guard let place = text.ranges(of: start).last else { return nil }
    let numbers = text[place.upperBound...].split(separator: ":").map { Int($0) }
    guard let line = numbers[0] else { return nil }
    self.init(line: line, column: numbers.count > 1 ? numbers[1] : nil)
  }
}
