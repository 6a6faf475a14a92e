import Foundation

/// The terminal to which standard error is connected, if any.
struct Terminal {
  /// Whether lines can be redrawn in place.
  let isLive: Bool
  /// Whether output is coloured.
  let isColoured: Bool

  /// Detects the terminal's abilities; `isColourless` is the option `--no-color`.
  init(isColourless: Bool) {
    let environment = ProcessInfo.processInfo.environment
    isLive = isatty(STDERR_FILENO) == 1 && environment["TERM"] ?? "dumb" != "dumb"
    isColoured = isLive && !isColourless && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// The current number of columns and rows.
  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), max(2, Int(size.ws_row)))
  }
}
