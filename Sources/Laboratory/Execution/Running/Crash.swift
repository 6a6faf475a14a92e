internal import Glibc

/// The cause of a program's death by a signal, and its backtrace in the lesson.
package struct Crash: Equatable {
  /// The cause of a crash.
  package enum Cause: Equatable {
    /// Swift or the engine trapped with a message.
    case trap(String)
    /// An error reached the top level.
    case uncaught(String)
    /// The stack overflowed.
    case stackOverflow
    /// Memory could not be allocated.
    case outOfMemory
    /// It accessed invalid memory.
    case badPointer
    /// Only the signal is known.
    case signal(Int)
  }

  /// A frame of the backtrace.
  package struct Frame: Equatable {
    /// The lesson's line.
    package var line: Int
    /// The byte within the line, if known.
    package var column: Int?
  }

  /// The cause of the crash.
  package var cause: Cause
  /// The frames in the lesson, innermost first.
  package var frames: [Frame]

  /// Parses the standard error of a program of the lesson `file` that a signal ended.
  package init(signal: Int, errors: String, file: String) {
    let end = errors.firstRange(of: "\n*** Signal ")?.lowerBound ?? errors.endIndex
    let trace = errors[end...].split(separator: "\n")
    frames = trace.compactMap { Frame($0, file: file) }
    cause = Self.cause(signal, output: errors[..<end], trace: trace)
  }

  private static func cause(_ signal: Int, output: Substring, trace: [Substring]) -> Cause {
    if isOutOfMemory(output, trace) { return .outOfMemory }
    if let message = message(in: output) ?? runtimeFailure(trace) {
      return uncaught(message) ?? .trap(message)
    }
    switch Int32(signal) {
    case SIGSEGV, SIGBUS: return isStackOverflow(trace) ? .stackOverflow : .badPointer
    case SIGABRT: return lastLine(of: output).map(Cause.trap) ?? .signal(signal)
    default: return .signal(signal)
    }
  }

  /// The message of `File.swift:12: Fatal error: message`, which can have several lines.
  private static func message(in output: Substring) -> String? {
    let heading = /:\d+: (Fatal error|Precondition failed|Assertion failed)(: )?/
    guard let match = output.matches(of: heading).last else { return nil }
    let lines = output[match.range.upperBound...].split(whereSeparator: \.isNewline)
    let kind = match.1 == "Fatal error" && !lines.isEmpty ? [] : [match.1.lowercased()]
    return (kind + (lines.isEmpty ? [] : [lines.joined(separator: " ")])).joined(separator: ": ")
  }

  private static func uncaught(_ message: String) -> Cause? {
    guard let prefix = message.firstRange(of: "Error raised at top level: ") else { return nil }
    let error = message[prefix.upperBound...]
    return .uncaught(String(error.trimmingPrefix("\(Program.module).")))
  }

  /// The backtrace's heading for a trap that prints no message, such as an arithmetic overflow.
  private static func runtimeFailure(_ trace: [Substring]) -> String? {
    let heading = /\*\*\* Swift runtime failure: (.*) \*\*\*/
    return trace.compactMap { $0.wholeMatch(of: heading) }.first.map { String($0.1) }
  }

  /// The last line that a library printed, without addresses, which differ from run to run.
  private static func lastLine(of output: Substring) -> String? {
    output.split(separator: "\n").last.map { String($0.replacing(/\ \(0x[0-9a-f]+\)/, with: "")) }
  }

  /// Whether memory ran out, according to Swift, C++ or Foundation, which traps silently.
  private static func isOutOfMemory(_ output: Substring, _ trace: [Substring]) -> Bool {
    let message = /Fatal error: failed to allocate \d+ bytes|std::bad_alloc/
    return output.contains(message)
      || trace.contains { $0.contains(/^\s*0 .* __DataStorage\.init/) }
  }

  private static func isStackOverflow(_ trace: [Substring]) -> Bool {
    trace.compactMap { $0.prefixMatch(of: /\s*(\d+) \[/) }.contains { Int($0.1) ?? 0 > 5000 }
  }
}

extension Crash.Frame {
  /// Parses the place at the end of a line of a backtrace.
  ///
  /// For example, `3 [ra] 0x5645 f(_:) + 47 in t at lesson.md:44:4`.
  fileprivate init?(_ text: Substring, file: String) {
    // A name without a folder is printed with the folder in which the program was compiled.
    let start = file.contains("/") ? " at \(file):" : "/\(file):"
    guard let place = text.ranges(of: start).last else { return nil }
    let numbers = text[place.upperBound...].split(separator: ":").map { Int($0) }
    guard let line = numbers[0] else { return nil }
    self.init(line: line, column: numbers.count > 1 ? numbers[1] : nil)
  }
}
