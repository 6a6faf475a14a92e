@preconcurrency internal import Dispatch
internal import Foundation
internal import Synchronization

/// Watches the files of a course and the sources of the program for changes.
///
/// Hidden files and folders and editors' backup files (`name~`) are ignored.
package final class FileWatcher: Sendable {
  /// What a changed file belongs to.
  package enum Subject: Hashable, Sendable {
    /// The course: lessons, pictures, data.
    case course
    /// The program: its sources, its package manifest, its start script.
    case program
  }

  /// Why a folder cannot be watched.
  package struct Refusal: Error, CustomStringConvertible {
    let folder: String
    let number: Int32

    /// The message, and a line of help if a system limit is reached.
    package var description: String {
      let isLimit = [ENOSPC, EMFILE].contains(number)
      return "'\(folder)' cannot be watched: \(String(cString: strerror(number)))"
        + (isLimit ? "\nhelp: the limits on watched folders are in /proc/sys/fs/inotify" : "")
    }
  }

  /// The delay by which changes in quick succession become one.
  private static let debounceInterval = DispatchTimeInterval.milliseconds(30)

  private struct State {
    /// The watched folders by their inotify descriptors.
    var folders: [Int32: WatchedFolder] = [:]
    var changed: Set<Subject> = []
  }

  private struct WatchedFolder {
    let path: String
    let subject: Subject
    /// The only relevant names; nil if all are relevant, including those in subfolders.
    let names: Set<String>?
  }

  private let queue: DispatchQueue
  private let source: any DispatchSourceRead
  private let descriptor: Int32
  private let excluded: Set<String>
  private let state = Mutex(State())

  /// Starts watching both folders and their subfolders.
  ///
  /// - Parameters:
  ///   - course: The course's folder.
  ///   - package: The folder of the program's package.
  ///   - excluded: Folders that are ignored, such as a cache.
  ///   - handler: Called after changes, one call at a time.
  /// - Throws: `Refusal` with the folder that cannot be watched.
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
    try add(WatchedFolder(path: course, subject: .course, names: nil))
    try add(WatchedFolder(path: package + "/Sources", subject: .program, names: nil))
    try add(
      WatchedFolder(path: package, subject: .program, names: ["Package.swift", "gradus"]))
  }

  deinit { source.cancel() }

  /// Watches a folder and its subfolders.
  private func add(_ folder: WatchedFolder) throws(Refusal) {
    if let path = resolved(folder.path), excluded.contains(path) { return }
    let events =
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR
    let number = inotify_add_watch(descriptor, folder.path, UInt32(events))
    guard number >= 0 else {
      throw Refusal(folder: folder.path, number: errno)
    }
    state.withLock { $0.folders[number] = folder }
    guard folder.names == nil else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where FileWatcher.isRelevant(name) {
      try addFolder("\(folder.path)/\(name)", of: folder.subject)
    }
  }

  private func addFolder(_ path: String, of subject: Subject) throws(Refusal) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    try add(WatchedFolder(path: path, subject: subject, names: nil))
  }

  private static func isRelevant(_ name: String) -> Bool {
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
    queue.asyncAfter(deadline: .now() + FileWatcher.debounceInterval) { [weak self] in
      let changed = self?.state.withLock { state in
        defer { state.changed = [] }
        return state.changed
      }
      handler(changed ?? [])
    }
  }

  /// The subjects of the inotify events in a buffer.
  private func subjects(of bytes: ArraySlice<UInt8>) -> Set<Subject> {
    var subjects: Set<Subject> = []
    var rest = bytes
    let headerSize = MemoryLayout<inotify_event>.size
    while rest.count >= headerSize {
      let event = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      let name = rest.dropFirst(headerSize).prefix(Int(event.len)).prefix { $0 != 0 }
      subjects.formUnion(self.subjects(of: event, String(decoding: name, as: UTF8.self)))
      rest = rest.dropFirst(headerSize + Int(event.len))
    }
    return subjects
  }

  private func subjects(of event: inotify_event, _ name: String) -> Set<Subject> {
    // Events were lost, so anything can have changed.
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return [.course, .program] }
    guard let folder = state.withLock({ $0.folders[event.wd] }), FileWatcher.isRelevant(name),
      folder.names?.contains(name) ?? true
    else { return [] }
    let path = "\(folder.path)/\(name)"
    if excluded.contains(path) { return [] }
    if event.mask & UInt32(IN_ISDIR) != 0 {
      // A folder that cannot be watched, or no longer exists, is still a change.
      if folder.names == nil { try? addFolder(path, of: folder.subject) }
      return [folder.subject]
    }
    // A created file is not written yet, but a created link is complete.
    let isNew = event.mask & UInt32(IN_CREATE) != 0
    return isNew && !isLink(path) ? [] : [folder.subject]
  }
}

private func isLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}
