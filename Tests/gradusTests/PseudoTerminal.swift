import Foundation
import Testing

/// A pseudo terminal that records its input and interprets it as a screen.
final class PseudoTerminal {
  /// The terminal's end for the program.
  let end: FileHandle
  private let controller: Int32
  private let columns: Int
  /// Everything received from the program.
  private(set) var received = ""

  init(columns: Int) throws {
    self.columns = columns
    controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN, which are macros that Swift does not import.
    var lock: Int32 = 0
    var number: Int32 = -1
    try #require(ioctl(controller, 0x4004_5431, &lock) == 0)
    try #require(ioctl(controller, 0x8004_5430, &number) == 0)
    let name = "/dev/pts/\(number)"
    let descriptor = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(descriptor >= 0)
    end = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    resize(columns: columns)
  }

  /// Changes the width.
  func resize(columns: Int) {
    var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    #expect(ioctl(controller, UInt(TIOCSWINSZ), &size) == 0)
  }

  deinit { close(controller) }

  /// Reads until a text has been received, or the program has closed the terminal.
  func read(until text: String) {
    while !received.contains(text), readSome() {}
  }

  /// Reads the rest after the program has ended.
  func readToEnd() {
    try? end.close()
    while readSome() {}
  }

  private func readSome() -> Bool {
    // A timeout, for programs that never print the expected text.
    var ready = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, 60_000) == 1 else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(controller, &buffer, buffer.count)
    guard count > 0 else { return false }
    received += String(decoding: buffer.prefix(count), as: UTF8.self)
    return true
  }

  /// The non-empty lines on the screen at the end.
  var screen: [String] { play().lines.filter { !$0.isEmpty } }

  /// The number of lines that were wrapped.
  var wraps: Int { play().wraps }

  private func play() -> (lines: [String], wraps: Int) {
    var lines = [""]
    var row = 0
    var column = 0
    var wraps = 0
    var rest = received.unicodeScalars[...]
    while let letter = rest.popFirst() {
      switch letter {
      case "\r": column = 0
      case "\n": row += 1
      case "\u{1B}":
        let code = rest.prefix { !$0.properties.isAlphabetic }
        rest = rest.dropFirst(code.count)
        switch rest.popFirst() {
        case "A": row = max(0, row - (Int(String(code.dropFirst())) ?? 1))
        case "J": lines = Array(lines.prefix(row)) + [String(lines[row].prefix(column))]
        default: break
        }
      default:
        if column == columns { (row, column, wraps) = (row + 1, 0, wraps + 1) }
        while lines.count <= row { lines.append("") }
        lines[row] = String(lines[row].prefix(column)) + String(letter)
        column += 1
      }
      while lines.count <= row { lines.append("") }
    }
    return (lines, wraps)
  }
}
