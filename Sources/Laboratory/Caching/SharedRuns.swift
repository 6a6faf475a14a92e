internal import Foundation
internal import Hashing
internal import Sharing

/// The kept runs that machines share.
///
/// A run is shared as the sealed file that it is kept in, under its key. So what comes from another
/// machine is held against all that could change the result, as what was kept here is. Under the key
/// of all but the machine lies the run that was shared last, which tells why another is none of ours.
struct SharedRuns: Sendable {
  /// How many runs are asked for at a time; the server is asked for some fewer.
  private static let width = 32

  private let remote: RemoteCache
  private let folder: CacheFolder
  private let known: KnownThere

  /// The runs that a remote cache holds, as they are kept in a folder.
  init(_ remote: RemoteCache, _ folder: CacheFolder) {
    (self.remote, self.folder) = (remote, folder)
    known = KnownThere(folder, remote.address)
  }

  /// Fetches runs that are missing here, each once, and keeps them.
  ///
  /// - Returns: The keys of those that are here now.
  func fetch(_ keys: Set<String>, _ tally: SharedTally) async -> Set<String> {
    let fetched = await inParallel(keys.sorted(), width: SharedRuns.width) { key in
      await self.fetch(key, tally)
    }
    return Set(zip(keys.sorted(), fetched).filter(\.1).map(\.0))
  }

  /// Fetches a run; whether it is here now.
  private func fetch(_ key: String, _ tally: SharedTally) async -> Bool {
    guard let blob = await remote.blob(of: action(key)) else { return false }
    let file = folder.run(key)
    guard let content = file.content(of: blob), CacheEntry(content, key: key) != nil else {
      remote.noteDamage()
      return false
    }
    do {
      try file.write(content)
    } catch {
      tally.note(error)
      return false
    }
    tally.add { $0.fetched += 1 }
    known.note(key)
    return true
  }

  /// Begins to share runs that are kept here and that the server lacks.
  ///
  /// It is asked for each of them once: what it is known to have is remembered.
  func offer(_ keys: Set<String>) {
    let keys = keys.subtracting(known.keys).sorted()
    if keys.isEmpty { return }
    remote.inBackground {
      _ = await inParallel(keys, width: SharedRuns.width) { await self.offer($0) }
    }
  }

  private func offer(_ key: String) async {
    let file = folder.run(key)
    guard let fingerprint = file.read().flatMap(CacheEntry.head)?.fingerprint else { return }
    let isThere = await remote.offer(of: actions(fingerprint)) {
      file.read().map(file.sealed)
    }
    if isThere { known.note(key) }
  }

  /// Begins to share a run.
  func share(_ entry: CacheEntry) {
    let fingerprint = entry.head.fingerprint
    let blob = folder.run(fingerprint.key).sealed(entry.data)
    remote.inBackground {
      if await self.remote.keep(blob, of: self.actions(fingerprint)) {
        self.known.note(fingerprint.key)
      }
    }
  }

  /// Waits until what is to be shared is shared, or cannot be.
  func finish() async {
    await remote.finish()
    known.keep()
  }

  /// What the run was made of that was shared last of all that differ by the machine alone.
  func elsewhere(_ fingerprint: Fingerprint) async -> Fingerprint? {
    guard let blob = await remote.blob(of: lastAction(fingerprint)),
      let head = folder.run("").content(of: blob).flatMap(CacheEntry.head),
      head.fingerprint.anywhere == fingerprint.anywhere
    else { return nil }
    return head.fingerprint
  }

  /// The action that gave a run: its kind is in the digest, so that another version never meets it.
  private func action(_ key: String) -> String {
    SHA256.hex(of: "\(folder.run(key).kind) \(key)".utf8)
  }

  /// The actions under which a run lies: its own, and that of all such runs on whatever machine.
  private func actions(_ fingerprint: Fingerprint) -> [String] {
    [action(fingerprint.key), lastAction(fingerprint)]
  }

  private func lastAction(_ fingerprint: Fingerprint) -> String {
    action("anywhere \(fingerprint.anywhere.key)")
  }
}

extension Fingerprint {
  /// The same without what belongs to the machine and its compiler.
  var anywhere: Fingerprint {
    var anywhere = self
    anywhere.surroundings = .anywhere(
      engine: surroundings.engine, laboratory: surroundings.laboratory)
    return anywhere
  }
}

extension Surroundings {
  /// No machine: an engine and a laboratory at most.
  static func anywhere(engine: String = "", laboratory: String = "") -> Surroundings {
    Surroundings(
      engine: engine, laboratory: laboratory, compiler: "", flags: [],
      processor: Processor(describedBy: ""), openBLAS: "",
      kernels: "")
  }
}
