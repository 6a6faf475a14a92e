internal import Foundation
internal import Glibc
internal import Records

/// Writes the records of the program that runs, each at once: what a trap leaves unwritten is lost.
@MainActor
final class Recorder {
  /// The recorder of this process.
  ///
  /// Its file comes from `GRADUS_RECORDS`; without it, as when a student runs a lesson by hand,
  /// nothing is recorded.
  static let current = Recorder(path: ProcessInfo.processInfo.environment["GRADUS_RECORDS"])

  private let file: FileHandle?
  private var cells: [(index: Int, line: Int)] = []
  private var drawn = 0
  /// When a step of a long cell was last passed on.
  var lastProgress: ContinuousClock.Instant?
  /// The sweep that is being drawn.
  var exploration: Exploration?

  init(path: String?) {
    file = path.flatMap { FileHandle(forRecordingAtPath: $0) }
    if file != nil { standardOutput.writeLineByLine() }
  }

  func write(_ record: Record) {
    guard let file else { return }
    do {
      try file.write(contentsOf: Wire.line(record))
    } catch {
      fatalError("a record could not be written: \(error)")
    }
  }

  /// Notes that a cell begins whose code starts at `line` of the lesson.
  func begin(cell index: Int, line: Int) {
    cells.append((index, line))
    requireStandardOutput()
    write(
      .cell(
        index: index, outputStart: standardOutput.position, errorStart: standardError.position))
  }

  /// Fails where what cells print is lost, since one above has closed or redirected the stream.
  func requireStandardOutput() {
    if file == nil || standardOutput.isAsAtFirst { return }
    fatalError("standard output is closed or redirected, so what cells print from here on is lost")
  }

  /// The cell whose code holds a line of the lesson, and the line within it.
  ///
  /// A function may be called long after its cell, so the line decides, not the running cell.
  func place(of line: Int) -> CellPlace {
    let holder = cells.filter { $0.line <= line }.max { $0.line < $1.line } ?? cells.last
    return CellPlace(cell: holder?.index ?? 0, line: line - (holder?.line ?? line))
  }

  /// A number that tells this program's figures and tables apart.
  func nextNumber() -> Int {
    drawn += 1
    return drawn
  }
}

extension FileHandle {
  /// A file that is written to under a high number: a cell may write to 3, or close it, by mistake.
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
