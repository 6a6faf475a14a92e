import Foundation
import Synchronization
import TestSupport

@testable import Publishing

/// A temporary folder to publish sites into.
final class OutputFolder {
  /// The kind and content of a file-system entry.
  enum Entry: Equatable {
    case folder(mode: Int)
    case file(String, mode: Int)
    case link(String)
    case other
  }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The same folder in another process, which does not remove it.
  init(at path: String) { folder = TemporaryFolder(at: path) }

  var path: String { folder.path }

  /// Publishes a site of text files into a subfolder.
  @discardableResult
  func publish(
    _ site: [String: String], to name: String = "output", on fileSystem: FileSystem = FileSystem()
  ) throws(Refusal) -> SitePublisher.Outcome {
    let files = site.sorted { $0.key < $1.key }
      .map { SiteFile(path: $0.key, content: Array($0.value.utf8)) }
    return try SitePublisher(files, to: Destination("\(path)/\(name)"), on: fileSystem).publish()
  }

  func write(_ name: String, _ text: String) throws { try folder.write(name, text) }

  func read(_ name: String) -> String? { try? folder.read(name) }

  /// The names in the folder itself.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Everything in a subfolder, without the list of a build's files.
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

extension FileSystem {
  /// A file system that cannot exchange folders.
  static let withoutExchange = FileSystem(exchangeFolders: { _, _ in EINVAL })

  /// The same file system, on which the process is killed before a step, counted from 1.
  func killing(before step: Int) -> FileSystem {
    let steps = Counter()
    return withStepHandler { if steps.next() == step { kill(getpid(), SIGKILL) } }
  }

  /// The same file system, with a closure that is called before each step.
  func withStepHandler(_ body: @escaping @Sendable () -> Void) -> FileSystem {
    var fileSystem = self
    fileSystem.beforeStep = body
    return fileSystem
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
