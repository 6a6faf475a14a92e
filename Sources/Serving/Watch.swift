@preconcurrency internal import Dispatch
internal import Foundation
internal import Synchronization

/// Notices when files change: those of a course, and those of which the program is built.
///
/// Hidden files and folders are not looked at, nor what editors leave beside a file (`name~`).
package final class Watch: Sendable {
  /// What a file belongs to.
  package enum Subject: Hashable, Sendable {
    /// The course: lessons, pictures, data.
    case course
    /// The program: its sources, its package's description, its start script.
    case program
  }

  /// Why a folder cannot be watched.
  package struct Refusal: Error, CustomStringConvertible {
    let folder: String
    let number: Int32

    /// The reason in words.
    package var description: String {
      let isLimit = [ENOSPC, EMFILE].contains(number)
      return "'\(folder)' cannot be watched: \(String(cString: strerror(number)))"
        + (isLimit ? "\nhelp: /proc/sys/fs/inotify says how many folders may be watched" : "")
    }
  }

  /// Files are written in bursts: so long is waited for the rest of one.
  private static let pause = DispatchTimeInterval.milliseconds(30)

  private struct State {
    var places: [Int32: Place] = [:]
    var changed: Set<Subject> = []
  }

  private struct Place {
    let folder: String
    let subject: Subject
    /// The only names that matter there; nil where all do, those of folders below it too.
    let names: Set<String>?
  }

  private let queue: DispatchQueue
  private let source: any DispatchSourceRead
  private let descriptor: Int32
  private let excluded: Set<String>
  private let state = Mutex(State())

  /// Watches from now on.
  ///
  /// - Parameters:
  ///   - course: The course's folder.
  ///   - package: The folder of the program's package.
  ///   - excluded: Folders that are not looked at, such as a cache.
  ///   - handler: What is done when something has changed, one call at a time.
  /// - Throws: The folder that cannot be watched.
  package init(
    course: String, package: String, except excluded: [String],
    _ handler: @escaping @Sendable (Set<Subject>) -> Void
  ) throws(Refusal) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    queue = DispatchQueue(label: "gradus.watch")
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    self.excluded = Set(excluded.compactMap(resolved))
    source.setCancelHandler { [descriptor] in close(descriptor) }
    source.setEventHandler { [weak self] in self?.read(handler) }
    source.resume()
    try add(Place(folder: course, subject: .course, names: nil))
    try add(Place(folder: package + "/Sources", subject: .program, names: nil))
    try add(
      Place(folder: package, subject: .program, names: ["Package.swift", "gradus"]))
  }

  deinit { source.cancel() }

  /// Watches a folder and those below it.
  private func add(_ place: Place) throws(Refusal) {
    if let path = resolved(place.folder), excluded.contains(path) { return }
    let events =
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR
    let number = inotify_add_watch(descriptor, place.folder, UInt32(events))
    guard number >= 0 else {
      throw Refusal(folder: place.folder, number: errno)
    }
    state.withLock { $0.places[number] = place }
    guard place.names == nil else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.folder)) ?? []
    for name in names where Watch.matters(name) {
      try addFolder("\(place.folder)/\(name)", of: place.subject)
    }
  }

  private func addFolder(_ path: String, of subject: Subject) throws(Refusal) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    try add(Place(folder: path, subject: subject, names: nil))
  }

  private static func matters(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.hasSuffix("~")
  }

  private func read(_ handler: @escaping @Sendable (Set<Subject>) -> Void) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    let new = count > 0 ? subjects(of: buffer.prefix(count)) : []
    let isFirst = state.withLock { state in
      defer { state.changed.formUnion(new) }
      return state.changed.isEmpty && !new.isEmpty
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + Watch.pause) { [weak self] in
      let changed = self?.state.withLock { state in
        defer { state.changed = [] }
        return state.changed
      }
      handler(changed ?? [])
    }
  }

  /// What the events concern that the system has written down one after the other.
  private func subjects(of bytes: ArraySlice<UInt8>) -> Set<Subject> {
    var subjects: Set<Subject> = []
    var rest = bytes
    let headSize = MemoryLayout<inotify_event>.size
    while rest.count >= headSize {
      let event = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      let name = rest.dropFirst(headSize).prefix(Int(event.len)).prefix { $0 != 0 }
      subjects.formUnion(self.subjects(of: event, String(decoding: name, as: UTF8.self)))
      rest = rest.dropFirst(headSize + Int(event.len))
    }
    return subjects
  }

  private func subjects(of event: inotify_event, _ name: String) -> Set<Subject> {
    // Where so much happened that some was forgotten, all may have changed.
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return [.course, .program] }
    guard let place = state.withLock({ $0.places[event.wd] }), Watch.matters(name),
      place.names?.contains(name) ?? true
    else { return [] }
    let path = "\(place.folder)/\(name)"
    if excluded.contains(path) { return [] }
    if event.mask & UInt32(IN_ISDIR) != 0 {
      // One that cannot be watched, or is gone again, still is a change.
      if place.names == nil { try? addFolder(path, of: place.subject) }
      return [place.subject]
    }
    // A file that was only made is not written yet; a link is.
    let isNew = event.mask & UInt32(IN_CREATE) != 0
    return isNew && !isLink(path) ? [] : [place.subject]
  }
}

private func isLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}
