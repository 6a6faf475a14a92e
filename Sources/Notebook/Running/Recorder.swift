internal import Foundation
internal import Glibc
internal import Records

/// Writes the records of the running program, each immediately, since a trap loses unwritten ones.
@MainActor
final class Recorder {
  /// The recorder of this process.
  ///
  /// Its file is given by `GRADUS_RECORDS`; without that variable, as when a lesson's program is run by
  /// hand, nothing is recorded.
  static let current = Recorder(path: ProcessInfo.processInfo.environment["GRADUS_RECORDS"])

  private let file: FileHandle?
  private var cells: [(index: Int, line: Int)] = []
  private var lastID = 0
  /// The time of the last progress record.
  var lastProgress: ContinuousClock.Instant?
  /// The state of the running `explore`, if any.
  var exploration: Exploration?

  init(path: String?) {
    file = path.flatMap { FileHandle(forRecordingAtPath: $0) }
    if file != nil { standardOutput.setLineBuffered() }
  }

  func write(_ record: Record) {
    guard let file else { return }
    do {
      try file.write(contentsOf: Wire.line(record))
    } catch {
      fatalError("cannot write a record: \(error)")
    }
  }

  /// Begins a cell whose code starts at `line` of the lesson.
  func begin(cell index: Int, line: Int) {
    cells.append((index, line))
    requireStandardOutput()
    write(
      .cell(
        index: index, outputStart: standardOutput.position, errorStart: standardError.position))
  }

  /// Traps if an earlier cell has closed or redirected standard output, since later output would be
  /// lost.
  func requireStandardOutput() {
    if file == nil || standardOutput.isOriginalFile { return }
    fatalError("standard output is closed or redirected, so the output of later cells is lost")
  }

  /// The cell that contains a line of the lesson, and the line within it.
  ///
  /// A function can be called after its cell has ended, so the line decides, not the running cell.
  func place(of line: Int) -> CellPlace {
    let cell = cells.filter { $0.line <= line }.max { $0.line < $1.line } ?? cells.last
    return CellPlace(cell: cell?.index ?? 0, line: line - (cell?.line ?? line))
  }

  /// Returns a new number for a figure or table of this program.
  func nextID() -> Int {
    lastID += 1
    return lastID
  }
}

extension FileHandle {
  /// Opens a file under a high descriptor, since a cell can write to descriptor 3, or close it, by
  /// mistake.
  fileprivate convenience init?(forRecordingAtPath path: String) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    let high = fcntl(descriptor, F_DUPFD_CLOEXEC, 512)
    guard high >= 0 else {
      self.init(fileDescriptor: descriptor, closeOnDealloc: true)
      return
    }
    Glibc.close(descriptor)
    self.init(fileDescriptor: high, closeOnDealloc: true)
  }
}
