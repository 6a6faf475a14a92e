internal import Foundation
internal import Glibc
internal import Hashing
internal import Synchronization

/// Compiled modules of the system, kept from one program to the next.
///
/// The compiler believes whatever it finds there: a file that is damaged makes every program fail, and one
/// with a few wrong bits compiles without a word. So the files are listed with their digests beside
/// their folder. A folder that does not fit its list is deleted before it is first used, and one with
/// which the compiler fails after that; then the compiler makes the modules anew.
final class ModuleCache: Sendable {
  /// The folder, from the root, since the compiler works in the folder of the program.
  private let folder: String
  private let list: SealedFile
  /// Whether the modules can be used; nil before the first look at them.
  private let isUsable = Mutex<Bool?>(nil)

  /// The modules in a folder, which need not be there.
  init(_ folder: String) {
    self.folder = resolved(folder)
    list = SealedFile(path: self.folder + ".list", kind: "modules-1")
  }

  /// Runs a compiler that may use the modules and add to them.
  ///
  /// - Parameters:
  ///   - spare: A folder for modules that are used once, where those that are kept may be at fault.
  ///   - isExplained: Whether what came of it has nothing to do with the modules.
  ///   - compile: Runs the compiler with the modules in a folder.
  /// - Returns: What came of it, with the kept modules or without.
  /// - Throws: What keeps the compiler from being run.
  func use<Result>(
    orElse spare: String, isExplained: (Result) -> Bool,
    _ compile: (String) async throws(Fault) -> Result
  ) async throws(Fault) -> Result {
    guard areUsable() else { return try await compile(spare) }
    let result = try await shared { () async throws(Fault) in
      let result = try await compile(folder)
      if isExplained(result) { note() }
      return result
    }
    if isExplained(result) { return result }
    let other = try await compile(spare)
    if isExplained(other) { remove() }
    return other
  }

  /// Compares the modules with their list once, before they are first used.
  private func areUsable() -> Bool {
    isUsable.withLock { isUsable in
      if let isUsable { return isUsable }
      try? FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      let hold = FolderHold(place, waiting: false)
      defer { hold?.drop() }
      if !fitsList(inUse: hold == nil) { remove() }
      let usable = fitsList(inUse: hold == nil)
      isUsable = usable
      return usable
    }
  }

  /// Whether the modules are those of the list.
  ///
  /// A build that is compiling now may have added some that it has not listed yet.
  private func fitsList(inUse: Bool) -> Bool {
    let known = list.value([String: String].self) ?? [:]
    let found = Dictionary(uniqueKeysWithValues: modules.map { ($0, digest($0)) })
    return inUse ? known.allSatisfy { found[$0.key] == $0.value } : known == found
  }

  /// Lists the modules that the compiler has added.
  ///
  /// A disk that refuses makes the next build delete them.
  private func note() {
    var known = list.value([String: String].self) ?? [:]
    let fresh = modules.filter { known[$0] == nil }
    if fresh.isEmpty { return }
    for name in fresh { known[name] = digest(name) }
    try? list.keep(known)
  }

  /// Takes the modules away in one step, so that no compiler finds half of them.
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

  /// Does something while other builds can see that the modules are in use.
  private func shared<Result>(_ work: () async throws(Fault) -> Result) async throws(Fault)
    -> Result
  {
    let hold = FolderHold(place, waiting: true, isShared: true)
    defer { hold?.drop() }
    return try await work()
  }

  /// The folder in which that of the modules is.
  private var place: String {
    String(folder.prefix(upTo: folder.lastIndex(of: "/") ?? folder.startIndex))
  }
}
