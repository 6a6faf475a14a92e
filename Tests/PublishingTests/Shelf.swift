import Foundation
import Synchronization

@testable import Publishing

/// A folder in which a site stands or is to stand.
final class Shelf {
  /// What stands at a path.
  enum Entry: Equatable {
    case folder(mode: Int)
    case file(String, mode: Int)
    case link(String)
    case other
  }

  let path: String
  private let isOwn: Bool

  init() {
    path = FileManager.default.temporaryDirectory.path + "/gradus-\(UUID().uuidString)"
    isOwn = true
    mkdir(path, 0o755)
  }

  /// The shelf of somebody else.
  init(at path: String) { (self.path, isOwn) = (path, false) }

  deinit { if isOwn { try? FileManager.default.removeItem(atPath: path) } }

  /// Publishes a site of text files into `output`.
  @discardableResult
  func publish(
    _ site: [String: String], to name: String = "output", on disk: Disk = Disk()
  ) throws(Refusal) -> Publication.Outcome {
    let files = site.sorted { $0.key < $1.key }
      .map { SiteFile(path: $0.key, content: Array($0.value.utf8)) }
    return try Publication(files, to: Destination("\(path)/\(name)"), on: disk).publish()
  }

  func write(_ name: String, _ text: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ name: String) -> String? {
    let bytes = FileManager.default.contents(atPath: "\(path)/\(name)")
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// What stands on the shelf itself.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// All that stands in a folder, without the list of a build's files.
  func entries(in name: String = "output") throws -> [String: Entry] {
    let root = "\(path)/\(name)"
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    var entries: [String: Entry] = [:]
    for name in names where name != ".gradus-files" { entries[name] = try entry("\(root)/\(name)") }
    return entries
  }

  private func entry(_ path: String) throws -> Entry {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let mode = attributes[.posixPermissions] as? Int ?? 0
    switch attributes[.type] as? FileAttributeType {
    case .typeDirectory: return .folder(mode: mode)
    case .typeSymbolicLink:
      return .link(try FileManager.default.destinationOfSymbolicLink(atPath: path))
    case .typeRegular:
      let bytes = FileManager.default.contents(atPath: path) ?? Data()
      return .file(String(decoding: bytes, as: UTF8.self), mode: mode)
    default: return .other
    }
  }
}

extension Disk {
  /// A disk that cannot exchange folders.
  static let withoutExchange = Disk(exchangeFolders: { _, _ in EINVAL })

  /// The same disk, on which the process is killed before a step, counted from 1.
  func killing(before step: Int) -> Disk {
    let steps = Counter()
    return stepping { if steps.next() == step { kill(getpid(), SIGKILL) } }
  }

  /// The same disk, with something to be done before each step.
  func stepping(_ body: @escaping @Sendable () -> Void) -> Disk {
    var disk = self
    disk.beforeStep = body
    return disk
  }
}

/// Counts from 1.
final class Counter: Sendable {
  private let count = Mutex(0)

  @discardableResult
  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }

  var value: Int { count.withLock { $0 } }
}
