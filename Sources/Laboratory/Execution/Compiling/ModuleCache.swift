internal import Foundation
internal import Glibc
internal import Hashing
internal import Synchronization

/// The compiler's cache of system modules, shared by all programs.
///
/// The compiler does not verify it: a damaged file makes every program fail, and one with a few
/// wrong bits compiles silently. So a list beside the folder has the digests of its files. A folder
/// that does not match its list is deleted before its first use, and so is one with which the
/// compiler fails later; then the compiler builds the modules again.
final class ModuleCache: Sendable {
  /// The absolute path of the folder, since the compiler runs in a scratch folder.
  private let folder: String
  private let list: ChecksummedFile
  /// Whether the modules can be used; nil before they are first checked.
  private let isUsable = Mutex<Bool?>(nil)

  /// Creates the cache in a folder, which need not exist.
  init(_ folder: String) {
    self.folder = resolved(folder)
    list = ChecksummedFile(path: self.folder + ".list", kind: "modules-1")
  }

  /// Runs a compiler that can use the modules and add to them.
  ///
  /// - Parameters:
  ///   - fallback: An empty module folder for a second attempt, if the cached modules may be
  ///     damaged.
  ///   - isExplained: Whether a result is certainly not caused by the modules.
  ///   - compile: Runs the compiler with the modules in a folder.
  /// - Returns: The result of the attempt that counts.
  /// - Throws: The error of `compile`.
  func use<Result>(
    fallback: String, isExplained: (Result) -> Bool,
    _ compile: (String) async throws(Fault) -> Result
  ) async throws(Fault) -> Result {
    guard areUsable() else { return try await compile(fallback) }
    let result = try await shared { () async throws(Fault) in
      let result = try await compile(folder)
      if isExplained(result) { updateList() }
      return result
    }
    if isExplained(result) { return result }
    let other = try await compile(fallback)
    if isExplained(other) { remove() }
    return other
  }

  /// Compares the modules with their list, once, before their first use.
  private func areUsable() -> Bool {
    isUsable.withLock { isUsable in
      if let isUsable { return isUsable }
      try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      let lock = DirectoryLock(parent, waiting: false)
      defer { lock?.unlock() }
      if !matchesList(inUse: lock == nil) { remove() }
      let usable = matchesList(inUse: lock == nil)
      isUsable = usable
      return usable
    }
  }

  /// Whether the modules match the list.
  ///
  /// A concurrent build can have added modules that it has not listed yet.
  private func matchesList(inUse: Bool) -> Bool {
    let known = list.value([String: String].self) ?? [:]
    let found = Dictionary(uniqueKeysWithValues: modules.map { ($0, digest($0)) })
    return inUse ? known.allSatisfy { found[$0.key] == $0.value } : known == found
  }

  /// Adds new modules to the list.
  ///
  /// If the list cannot be written, the next build deletes them.
  private func updateList() {
    var known = list.value([String: String].self) ?? [:]
    let fresh = modules.filter { known[$0] == nil }
    if fresh.isEmpty { return }
    for name in fresh { known[name] = digest(name) }
    try? list.store(known)
  }

  /// Removes the modules atomically, so that no compiler sees only some of them.
  private func remove() {
    let old = "\(folder)-\(getpid())-\(UInt64.random(in: 0...(.max)))"
    _ = rename(folder, old)
    unlink(list.path)
    try? FileManager.default.removeItem(atPath: old)
  }

  /// The names of the modules, within the folder.
  private var modules: [String] {
    filesBelow(".", in: folder).filter { $0.hasSuffix(".pcm") || $0.hasSuffix(".swiftmodule") }
  }

  private func digest(_ name: String) -> String { contentDigest(of: "\(folder)/\(name)") ?? "" }

  /// Runs `work` while other builds can see that the modules are in use.
  private func shared<Result>(_ work: () async throws(Fault) -> Result) async throws(Fault)
    -> Result
  {
    let lock = DirectoryLock(parent, waiting: true, isShared: true)
    defer { lock?.unlock() }
    return try await work()
  }

  /// The parent folder, which is locked.
  private var parent: String {
    String(folder.prefix(upTo: folder.lastIndex(of: "/") ?? folder.startIndex))
  }
}
