import Foundation

/// The terminal behind standard error.
struct Terminal {
  /// Whether lines may be drawn over and over.
  let isLive: Bool
  /// Whether letters may be coloured.
  let isColoured: Bool

  /// What the environment says of the terminal; `isColourless` is the user's `--no-color`.
  init(isColourless: Bool) {
    let environment = ProcessInfo.processInfo.environment
    isLive = isatty(STDERR_FILENO) == 1 && environment["TERM"] ?? "dumb" != "dumb"
    isColoured = isLive && !isColourless && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// How many columns and rows it has now.
  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), max(2, Int(size.ws_row)))
  }
}
